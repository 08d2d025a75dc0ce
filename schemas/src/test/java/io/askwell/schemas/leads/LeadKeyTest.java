package io.askwell.schemas.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.SourceChannel;
import io.askwell.event.v1.SourcePath;
import io.askwell.leads.v1.LeadKind;
import io.askwell.leads.v1.LeadPersonalData;
import io.askwell.leads.v1.LeadReported;
import io.askwell.leads.v1.LeadSubmission;
import io.askwell.leads.v1.LeadUpdate;
import io.askwell.leads.v1.LinkClick;
import io.askwell.leads.v1.LinkMade;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadKeyTest {

    @Test
    void theAddressComesFirst() {
        LeadReported lead = submission("CRM-77");
        lead.setPersonal(LeadPersonalData.newBuilder()
                .setEmail("Sam.Roe+x@Acme.example")
                .setPhone("+14155550101")
                .build());

        // SHA-256 of "email:sam.roe@acme.example", computed with another tool.
        assertThat(LeadKey.of(lead)).isEqualTo("c51dd0d9ed10f48de82a0fa3d7e56ef05f60ab92ef1285dbd3eb427998d094f8");
    }

    @Test
    void thenThePhoneThenTheExternalIdThenTheSource() {
        LeadReported lead = submission("CRM-77");
        lead.setPersonal(LeadPersonalData.newBuilder()
                .setEmail("none")
                .setPhone("+1 415 555 0101")
                .build());
        assertThat(LeadKey.of(lead)).isEqualTo("cac851e5a55b2069dfae9405b967ffc5edfd5faa635d802654dc1539f41225fb");

        lead.setPersonal(null);
        assertThat(LeadKey.of(lead)).isEqualTo("9d0ef65e2d4fbe74770b83e05aba5f6ccd1d398ea3ae42d1642a45c04dba6805");

        assertThat(LeadKey.of(submission(null)))
                .isEqualTo("d6708c713daa631d4a62b5781cc07c31dbccde48629ea625cd97bb6566c4e0d8");
    }

    @Test
    void anUpdateHasTheKeyOfItsLead() {
        LeadReported update = lead(LeadKind.updated);
        update.setUpdate(LeadUpdate.newBuilder()
                .setExternalId("CRM-77")
                .setStage(LeadStage.deal_won)
                .build());

        assertThat(LeadKey.of(update)).isEqualTo(LeadKey.of(submission("CRM-77")));
    }

    @Test
    void aClickHasTheLinkCode() {
        LeadReported click = lead(LeadKind.clicked);
        click.setClick(
                LinkClick.newBuilder().setLinkCode("acme-1").setClickId("k-1").build());

        assertThat(LeadKey.of(click)).isEqualTo("acme-1");
    }

    @Test
    void aLinkStandsWhereItsClicksDo() {
        LeadReported link = lead(LeadKind.link_made);
        link.setLink(LinkMade.newBuilder()
                .setLinkCode("acme-1")
                .setCustomerId("C-100")
                .setTarget("signup")
                .build());

        assertThat(LeadKey.of(link)).isEqualTo("acme-1");
    }

    private static LeadReported submission(@Nullable String externalId) {
        LeadReported lead = lead(LeadKind.submitted);
        lead.setSubmission(LeadSubmission.newBuilder()
                .setExternalId(externalId)
                .setSourcePath(
                        SourcePath.newBuilder().setChannel(SourceChannel.form).build())
                .setIntroductionBasis(IntroductionBasis.advocate_introduced)
                .build());
        return lead;
    }

    private static LeadReported lead(LeadKind kind) {
        return LeadReported.newBuilder()
                .setSource("website-form")
                .setId("form-881")
                .setKind(kind)
                .setOccurredAt(Instant.parse("2026-10-02T10:00:00Z"))
                .build();
    }
}
