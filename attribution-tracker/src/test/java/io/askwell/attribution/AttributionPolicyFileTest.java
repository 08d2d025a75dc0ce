package io.askwell.attribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.attribution.domain.AttributionPolicy;
import io.askwell.attribution.domain.DisposableDomains;
import io.askwell.attribution.domain.EvidenceKind;
import io.askwell.attribution.domain.VelocityLimit;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttributionPolicyFileTest {

    @Test
    void theShippedPolicyHasTheNumbersOfTheRules() {
        AttributionPolicy policy = read(shipped());

        assertThat(policy.version()).isEqualTo("attribution-v1");
        assertThat(policy.hash()).matches("[0-9a-f]{64}");
        assertThat(policy.weights())
                .hasSize(EvidenceKind.values().length)
                .containsEntry(EvidenceKind.EMAIL_INTRO, new BigDecimal("0.9"))
                .containsEntry(EvidenceKind.FORM, new BigDecimal("0.7"))
                .containsEntry(EvidenceKind.LINK, new BigDecimal("0.7"))
                .containsEntry(EvidenceKind.PARTNER_PORTAL, new BigDecimal("0.7"))
                .containsEntry(EvidenceKind.CALL, new BigDecimal("0.5"))
                .containsEntry(EvidenceKind.EVENT, new BigDecimal("0.5"))
                .containsEntry(EvidenceKind.CRM_NOTE, new BigDecimal("0.5"))
                .containsEntry(EvidenceKind.UTM, new BigDecimal("0.2"))
                .containsEntry(EvidenceKind.CRM_SOURCE, new BigDecimal("0.2"));
        assertThat(policy.conflictWithin()).isEqualTo("0.25");
        assertThat(policy.highFrom()).isEqualTo("0.85");
        assertThat(policy.highClearBy()).isEqualTo("0.5");
        assertThat(policy.mediumFrom()).isEqualTo("0.6");
        assertThat(policy.lateAfter()).isEqualTo(Duration.ofDays(60));
        assertThat(policy.clickWindow()).isEqualTo(Duration.ofDays(90));
        assertThat(policy.velocity()).isEqualTo(new VelocityLimit(10, Duration.ofHours(24)));
        assertThat(policy.disposableDomains()).isEqualTo(new DisposableDomains(Set.of("mailinator.com")));
    }

    @Test
    void anotherTextIsAnotherHash() {
        assertThat(read(shipped() + "\n").hash()).isNotEqualTo(read(shipped()).hash());
    }

    @Test
    void everyWrongFieldIsNamed() {
        String wrong = shipped()
                .replace("email_intro: 0.9", "email_intro: 1.1")
                .replace("call: 0.5", "phone: 0.5")
                .replace("P60D", "60")
                .replace("P90D", "90 days")
                .replace("mostLeads: 10", "mostLeads: 0")
                .replace("version: attribution-v1", "version: 1")
                .replace("conflictWithin: 0.25", "conflictWithin: close");

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights.email_intro must be a number from 0 to 1")
                .hasMessageContaining("weights.phone is unknown")
                .hasMessageContaining("weights.call must be a number from 0 to 1")
                .hasMessageContaining("lateAfter must be an ISO-8601 duration")
                .hasMessageContaining("clickWindow must be an ISO-8601 duration")
                .hasMessageContaining("velocity.mostLeads must be a whole number above 0")
                .hasMessageContaining("version must be like attribution-v1")
                .hasMessageContaining("conflictWithin must be a number from 0 to 1");
    }

    @Test
    void mediumIsNotAboveHigh() {
        assertThatThrownBy(() -> read(shipped().replace("mediumFrom: 0.6", "mediumFrom: 0.9")))
                .hasMessageContaining("mediumFrom must not be above highFrom");
    }

    private static AttributionPolicy read(String yaml) {
        return AttributionPolicyFile.read(yaml.getBytes(UTF_8), "# a list\nmailinator.com\n".getBytes(UTF_8));
    }

    private static String shipped() {
        try (var file =
                Objects.requireNonNull(AttributionPolicyFileTest.class.getResourceAsStream("/attribution-v1.yaml"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the policy cannot be read", e);
        }
    }
}
