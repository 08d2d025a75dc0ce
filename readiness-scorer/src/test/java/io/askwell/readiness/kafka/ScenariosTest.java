package io.askwell.readiness.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.TestPolicy;
import io.askwell.readiness.domain.Assessment;
import io.askwell.readiness.domain.Contribution;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.rule.Reason;
import io.askwell.readiness.domain.rule.Trigger;
import io.askwell.readiness.domain.signal.SignalId;
import io.askwell.readiness.kafka.Scenario.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every sentence under scenarios holds. Signals come in the words of the contract, so the mapper is held to it as well. */
class ScenariosTest {

    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ReadinessAssessor assessor =
            new ReadinessAssessor(TestPolicy.shipped().policy());

    @TestFactory
    List<DynamicTest> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(SCENARIOS)) {
            return files.filter(Files::isRegularFile).sorted().map(this::test).toList();
        }
    }

    private DynamicTest test(Path file) {
        var sentence =
                SCENARIOS.relativize(file).toString().replace(".yaml", "").replace('-', ' ');
        return DynamicTest.dynamicTest(sentence, file.toUri(), () -> {
            var scenario = YAML.readValue(Files.readString(file), Scenario.class);
            assertThat(scenario.checks()).isNotEmpty();
            scenario.checks().forEach(check -> verify(scenario, check));
        });
    }

    private void verify(Scenario scenario, Check check) {
        Instant now = scenario.start().plus(Objects.requireNonNullElse(check.after(), Duration.ZERO));
        Assessment said = assessor.assess(scenario.folded(), now).assessment();
        ifGiven(check.decision(), decision -> assertThat(word(said.decision())).isEqualTo(decision));
        ifGiven(check.band(), band -> assertThat(word(said.band())).isEqualTo(band));
        ifGiven(check.score(), score -> assertThat(said.score()).isEqualTo(score));
        ifGiven(
                check.reasons(),
                reasons -> assertThat(said.reasons()).extracting(Reason::code).isEqualTo(reasons));
        ifGiven(
                check.rules(),
                rules -> assertThat(said.contributions().stream()
                                .collect(Collectors.toMap(Contribution::rule, Contribution::points)))
                        .isEqualTo(rules));
        ifGiven(
                check.evidence(),
                evidence -> evidence.forEach((rule, ids) -> assertThat(said.contributions())
                        .filteredOn(earned -> earned.rule().equals(rule))
                        .singleElement()
                        .satisfies(earned -> assertThat(earned.evidence())
                                .extracting(SignalId::id)
                                .isEqualTo(ids))));
        ifGiven(
                check.concerns(),
                concerns -> assertThat(said.concerns())
                        .extracting(concern -> word(concern.kind()))
                        .isEqualTo(concerns));
        ifGiven(
                check.concernUntil(),
                until -> assertThat(said.concerns())
                        .singleElement()
                        .satisfies(concern -> assertThat(concern.until()).isEqualTo(until)));
        ifGiven(
                check.trigger(),
                trigger -> assertThat(said.trigger()
                                .map(Trigger::kind)
                                .map(ScenariosTest::word)
                                .orElse("none"))
                        .isEqualTo(trigger));
        ifGiven(
                check.closesAt(),
                closesAt -> assertThat(said.trigger().map(Trigger::closesAt)).hasValue(closesAt));
        ifGiven(
                check.openTriggers(),
                open -> assertThat(said.openTriggers())
                        .extracting(trigger -> word(trigger.kind()))
                        .isEqualTo(open));
        ifGiven(
                check.lastConcernAgo(),
                ago -> assertThat(said.lastConcernAt())
                        .isEqualTo(scenario.start().minus(ago)));
        ifGiven(check.company(), company -> assertThat(said.facts().company()).isEqualTo(company));
        ifGiven(check.owner(), owner -> assertThat(said.facts().ownerId()).isEqualTo(owner));
        ifGiven(
                check.interactions(),
                count -> assertThat(said.facts().interactions()).isEqualTo(count));
        ifGiven(
                check.successes(),
                ids -> assertThat(said.successes())
                        .extracting(success -> success.evidence().id())
                        .isEqualTo(ids));
    }

    private static <T> void ifGiven(@Nullable T expected, Consumer<T> check) {
        if (expected != null) {
            check.accept(expected);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
