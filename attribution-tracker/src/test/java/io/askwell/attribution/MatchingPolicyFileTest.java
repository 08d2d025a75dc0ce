package io.askwell.attribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.askwell.attribution.domain.matching.LeadMatcher;
import io.askwell.attribution.domain.matching.LeadProfile;
import io.askwell.attribution.domain.matching.MatchingPolicy;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MatchingPolicyFileTest {

    @Test
    void theShippedPolicyHasTheBoundsOfTheRules() {
        MatchingPolicy policy = read(shipped());

        assertThat(policy.version()).isEqualTo("matching-v1");
        assertThat(policy.hash()).matches("[0-9a-f]{64}");
        assertThat(policy.mergedFrom()).isEqualTo(0.95);
        assertThat(policy.reviewedFrom()).isEqualTo(0.75);
    }

    @Test
    void theShippedWeightsKnowALeadThatWasWrittenDownTwice() {
        LeadMatcher matcher = new LeadMatcher(read(shipped()).weights());
        LeadProfile sam = new LeadProfile("Sam Roe", null, "+14155550101", "Acme, Inc.", "acme.example", "COO", "US");

        assertThat(matcher.compare(
                                sam, new LeadProfile("Samuel Roe", "s.roe@acme.example", null, null, null, null, "US"))
                        .probability())
                .isGreaterThanOrEqualTo(0.95);
        assertThat(matcher.compare(
                                sam,
                                new LeadProfile("Sam Roe", "sam@norden.example", null, "Norden", null, "COO", "US"))
                        .probability())
                .isLessThan(0.75);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        MatchingPolicy policy = read(shipped());
        MatchingPolicy again = read(MatchingPolicyFile.write("matching-v2", policy.weights()));

        assertThat(again.version()).isEqualTo("matching-v2");
        assertThat(again.weights().priorWeight()).isEqualTo(policy.weights().priorWeight(), within(0.01));
        assertThat(again.weights().fields()).hasSameSizeAs(policy.weights().fields());
    }

    @Test
    void everyWrongFieldIsNamed() {
        String wrong = shipped()
                .replace("version: matching-v1", "version: 1")
                .replace("mergedFrom: 0.95 ", "mergedFrom: 2 ")
                .replace("prior: 0.000009294", "prior: none")
                .replace("  title:", "  job:")
                .replace("same: [0.566, 0.3187, 0.0957, 0.01237, 0.007188]", "same: [0.1, 0.2, 0.2, 0.2, 0.3]");

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version must be like matching-v1")
                .hasMessageContaining("mergedFrom must be a number above 0, at most 1")
                .hasMessageContaining("prior must be a number above 0 and below 1")
                .hasMessageContaining("fields.job is unknown")
                .hasMessageContaining("fields.title. same must be 5 shares above 0 that add up to 1")
                .hasMessageContaining("fields.name. ALIKE must not speak more for one lead than VERY_ALIKE");
    }

    private static MatchingPolicy read(String yaml) {
        return MatchingPolicyFile.read(yaml.getBytes(UTF_8));
    }

    private static String shipped() {
        try (var file = Objects.requireNonNull(
                MatchingPolicyFileTest.class.getResourceAsStream("/" + MatchingPolicyFile.SHIPPED))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the policy cannot be read", e);
        }
    }
}
