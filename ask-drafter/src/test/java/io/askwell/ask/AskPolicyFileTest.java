package io.askwell.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.ask.domain.AskPolicy;
import io.askwell.ask.domain.draft.DraftPolicy;
import io.askwell.ask.domain.draft.WeeklySlot;
import io.askwell.ask.domain.draft.WorkingHours;
import io.askwell.ask.domain.draft.lint.TextLimits;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class AskPolicyFileTest {

    private static final ClassPathResource SHIPPED = new ClassPathResource("ask-v1.yaml");

    @Test
    void theShippedPolicyHasTheNumbersOfTheRulesAndIsStamped() {
        AskPolicy policy = AskPolicyFile.load(SHIPPED);

        assertThat(policy.coolDown()).isEqualTo(Duration.ofDays(90));
        assertThat(policy.coolDownAfterPoliteNo()).isEqualTo(Duration.ofDays(180));
        assertThat(policy.returnedAskOpenFor()).isEqualTo(Duration.ofDays(7));
        assertThat(policy.longestDeferral()).isEqualTo(Duration.ofDays(365));
        assertThat(policy.controlShare()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(policy.textLimits()).isEqualTo(new TextLimits(120, 78, 1_000, 1_900));
        assertThat(policy.drafts())
                .isEqualTo(new DraftPolicy(
                        150,
                        5,
                        false,
                        new WorkingHours(LocalTime.of(8, 0), LocalTime.of(20, 0)),
                        new WeeklySlot(DayOfWeek.FRIDAY, LocalTime.of(13, 0), LocalTime.of(16, 0))));
        assertThat(policy.stamp().version()).isEqualTo("ask-v1");
        assertThat(policy.stamp().hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void anotherNumberHasAnotherHash() throws IOException {
        AskPolicy changed = load(shipped().replace("P7D", "P8D"));

        assertThat(changed.stamp().hash())
                .isNotEqualTo(AskPolicyFile.load(SHIPPED).stamp().hash());
    }

    @Test
    void theControlShareIsADecimalFromNothingToAll() throws IOException {
        assertThat(load(shipped().replace("controlShare: 0", "controlShare: 0.1"))
                        .controlShare())
                .isEqualByComparingTo("0.1");
        assertThat(load(shipped().replace("controlShare: 0", "controlShare: 1")).controlShare())
                .isEqualByComparingTo("1");
        for (String wrong : List.of("-0.01", "1.01", "half")) {
            assertThatThrownBy(() -> load(shipped().replace("controlShare: 0", "controlShare: " + wrong)))
                    .hasMessageContaining("controlShare");
        }
    }

    @Test
    void aNumberThatIsMissingUnknownOrOutOfBoundsIsRefused() throws IOException {
        String policy = shipped();

        assertThatThrownBy(() -> load(policy.replace("mostDraftWords: 120", "")))
                .hasMessageContaining("mostDraftWords");
        assertThatThrownBy(() -> load(policy.replace("mostDraftWords: 120", "mostDraftWords: 0")))
                .hasMessageContaining("mostDraftWords");
        assertThatThrownBy(() -> load(policy.replace("mostSubjectCharacters: 78", "mostSubjectCharacters: 0")))
                .hasMessageContaining("mostSubjectCharacters");
        assertThatThrownBy(() -> load(policy.replace("mostSummaryWords: 150", "mostSummaryWords: 0")))
                .hasMessageContaining("mostSummaryWords");
        assertThatThrownBy(() -> load(policy.replace("\"16:00\"", "\"21:00\""))).hasMessageContaining("emailSlot");
        assertThatThrownBy(() -> load(policy.replace("rewardMention: false", "rewardMention: maybe")))
                .hasMessageContaining("rewardMention");
        assertThatThrownBy(() -> load(policy + "\nluck: 7\n")).hasMessageContaining("luck");
        assertThatThrownBy(() -> load(policy.replace("coolDown: P90D", "coolDown: P0D")))
                .hasMessageContaining("coolDown");
        assertThatThrownBy(() -> load(policy.replace("longestDeferral: P365D", "longestDeferral: P0D")))
                .hasMessageContaining("longestDeferral");
        assertThatThrownBy(() -> load(policy.replace("P180D", "P80D"))).hasMessageContaining("coolDownAfterPoliteNo");
    }

    private static String shipped() throws IOException {
        return SHIPPED.getContentAsString(UTF_8);
    }

    private static AskPolicy load(String yaml) {
        return AskPolicyFile.load(new ByteArrayResource(yaml.getBytes(UTF_8)));
    }
}
