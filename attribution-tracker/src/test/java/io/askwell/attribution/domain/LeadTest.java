package io.askwell.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeadTest {

    @Test
    void anAddressThatOnlyTheCrmKnowsCompletesTheLead() {
        LeadIdentity byExternalId = new LeadIdentity(null, "CRM-77");
        Submission drawn = Facts.form("1", Facts.ADA);
        Submission withoutAddress = new Submission(
                drawn.id(),
                drawn.occurredAt(),
                byExternalId,
                new Lead("Sam Roe", null, null, null, null),
                List.of(),
                false,
                drawn.sourcePath(),
                drawn.introductionBasis(),
                null,
                null);

        Referral referral =
                Facts.assessed(Facts.history(withoutAddress, Facts.report("1", Stage.ACCEPTED, Facts.NOON)));

        assertThat(referral.lead()).isEqualTo(new Lead("Sam Roe", Facts.SAM.email(), null, null, null));
    }

    @Test
    void whatWasSaidFirstStands() {
        Lead first = new Lead("Sam", "sam@acme.example", "+14155550101", "Acme", "COO");

        assertThat(first.completedBy(new Lead("S", "s@acme.example", "+1", "A", "C")))
                .isEqualTo(first);
        assertThat(Lead.UNKNOWN.completedBy(first)).isEqualTo(first);
    }
}
