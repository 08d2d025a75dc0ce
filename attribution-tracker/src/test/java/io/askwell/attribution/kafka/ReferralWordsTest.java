package io.askwell.attribution.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.domain.Attribution;
import io.askwell.attribution.domain.Channel;
import io.askwell.attribution.domain.Confidence;
import io.askwell.attribution.domain.Disposition;
import io.askwell.attribution.domain.IntroductionBasis;
import io.askwell.attribution.domain.ReferrerKind;
import io.askwell.attribution.domain.Stage;
import io.askwell.attribution.domain.StepType;
import io.askwell.attribution.domain.Words;
import io.askwell.attributions.v1.AttributionEventType;
import io.askwell.attributions.v1.AttributionState;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.PartyKind;
import io.askwell.event.v1.SourceChannel;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReferralWordsTest {

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(StepType.values(), AttributionEventType.values()),
                Arguments.of(Stage.values(), LeadStage.values()),
                Arguments.of(Disposition.values(), io.askwell.attributions.v1.Disposition.values()),
                Arguments.of(Attribution.State.values(), AttributionState.values()),
                Arguments.of(Confidence.values(), io.askwell.attributions.v1.Confidence.values()),
                Arguments.of(ReferrerKind.values(), PartyKind.values()),
                Arguments.of(Channel.values(), SourceChannel.values()),
                Arguments.of(IntroductionBasis.values(), io.askwell.event.v1.IntroductionBasis.values()));
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyWordOfTheDomainIsInTheSchema(Enum<?>[] domain, Enum<?>[] schema) {
        assertThat(Stream.of(schema).map(Enum::name))
                .containsAll(Stream.of(domain).map(Words::of).toList());
    }
}
