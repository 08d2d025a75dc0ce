package io.askwell.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.readiness.domain.rule.ScoreRule;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class ReadinessPolicyTest {

    @Test
    void theShippedPolicyHasThePointsOfTheRules() {
        assertThat(TestPolicy.shipped().policy().score().inOrder())
                .extracting(ScoreRule::name, ScoreRule::points)
                .map(tuple -> tuple.toList().toString())
                .containsExactly(
                        "[tenure, 10]",
                        "[first_win, 20]",
                        "[usage_above_average, 15]",
                        "[nps_promoter, 30]",
                        "[nps_passive, 15]",
                        "[testimonial, 20]",
                        "[interactions, 10]",
                        "[positive_feedback, 10]",
                        "[champion, 15]",
                        "[engaged_last_7_days, 10]");
    }

    @Test
    void anyChangeOfTheFileChangesTheHash() throws IOException {
        var changed = ReadinessScorerConfiguration.readinessPolicy(resource(shipped() + "\n"));

        assertThat(changed.policy()).isEqualTo(TestPolicy.shipped().policy());
        assertThat(changed.hash()).isNotEqualTo(TestPolicy.shipped().hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "champion: { points: 15 } | champion: { points: 0 } | points must be above 0",
                "champion: { points: 15 } | champion: { points: 15, bonus: 1 } | bonus",
                "champion: { points: 15 } | champion: {} | points",
                "reviewShare: 0.80 | reviewShare: 1.01 | a share must be above 0 and at most 1",
                "softMention: 50 | softMention: 70 | bands must rise",
                "window: PT24H | window: PT0S | a duration must be above 0",
                "window: PT24H | window: soon | soon",
                "npsPromoter: { points: 30, atLeast: 9 } | npsPromoter: { points: 30, atLeast: 11 } | an NPS score is 0 to 10",
            })
    void aSenselessPolicyStopsTheStartAndNamesTheLine(String right, String wrong, String complaint) throws IOException {
        String shipped = shipped();
        assertThat(shipped).contains(right);

        assertThatThrownBy(() -> ReadinessScorerConfiguration.readinessPolicy(resource(shipped.replace(right, wrong))))
                .hasMessageContaining(complaint)
                .hasMessageContaining("line: ");
    }

    private static String shipped() throws IOException {
        return new ClassPathResource("policy/readiness-v1.yaml").getContentAsString(UTF_8);
    }

    private static ByteArrayResource resource(String text) {
        return new ByteArrayResource(text.getBytes(UTF_8));
    }
}
