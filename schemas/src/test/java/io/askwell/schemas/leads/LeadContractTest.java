package io.askwell.schemas.leads;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.Money;
import io.askwell.event.v1.SourceChannel;
import io.askwell.event.v1.SourcePath;
import io.askwell.leads.v1.LeadKind;
import io.askwell.leads.v1.LeadPersonalData;
import io.askwell.leads.v1.LeadReported;
import io.askwell.leads.v1.LeadSubmission;
import io.askwell.leads.v1.LeadUpdate;
import io.askwell.leads.v1.LinkClick;
import io.askwell.leads.v1.LinkMade;
import io.askwell.schemas.Violation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadContractTest {

    private static final Instant NOW = Instant.parse("2026-10-02T10:00:00Z");

    @Test
    void aSubmissionNeedsNoFieldOfTheLead() {
        assertThat(LeadContract.violations(submission(), NOW)).isEmpty();
    }

    @Test
    void aSubmissionNeedsAKnownBasisAndChannel() {
        LeadReported lead = submission();
        lead.getSubmission().setIntroductionBasis(IntroductionBasis.UNRECOGNIZED);
        lead.getSubmission().getSourcePath().setChannel(SourceChannel.UNRECOGNIZED);

        assertThat(LeadContract.violations(lead, NOW))
                .extracting(Violation::pointer)
                .containsExactly("/introductionBasis", "/sourcePath/channel");
    }

    @Test
    void anUpdateNamesItsLeadByExternalIdOrEmail() {
        LeadReported update = update(LeadStage.accepted);
        assertThat(LeadContract.violations(update, NOW)).isEmpty();

        update.getUpdate().setExternalId(" ");
        assertThat(LeadContract.violations(update, NOW))
                .containsExactly(new Violation("/lead", "needs an externalId or an email"));

        update.setPersonal(
                LeadPersonalData.newBuilder().setEmail("sam@acme.example").build());
        assertThat(LeadContract.violations(update, NOW)).isEmpty();
    }

    @Test
    void anUpdateCannotSubmit() {
        assertThat(LeadContract.violations(update(LeadStage.submitted), NOW))
                .extracting(Violation::pointer)
                .containsExactly("/stage");
    }

    @Test
    void aRefundSaysHowMuch() {
        assertThat(LeadContract.violations(update(LeadStage.refunded), NOW))
                .containsExactly(new Violation("/value", "is required for refunded"));
    }

    @Test
    void aValueIsNotNegativeAndHasACurrency() {
        LeadReported update = update(LeadStage.deal_won);
        update.getUpdate().setValue(new Money(-1L, "usd"));

        assertThat(LeadContract.violations(update, NOW))
                .extracting(Violation::pointer)
                .containsExactly("/value/amountMinor", "/value/currency");
    }

    @Test
    void aNoteHasABound() {
        LeadReported lead = submission();
        lead.setPersonal(
                LeadPersonalData.newBuilder().setNote("x".repeat(10_001)).build());

        assertThat(LeadContract.violations(lead, NOW))
                .containsExactly(new Violation("/note", "must have at most 10,000 characters"));
    }

    @Test
    void aRecordWithoutItsDetailsIsRefused() {
        LeadReported lead = submission();
        lead.setSubmission(null);
        assertThat(LeadContract.violations(lead, NOW)).containsExactly(new Violation("/lead", "is required"));

        LeadReported update = update(LeadStage.accepted);
        update.setUpdate(null);
        assertThat(LeadContract.violations(update, NOW)).containsExactly(new Violation("/stage", "is required"));
    }

    @Test
    void aClickNamesItsLinkAndItself() {
        LeadReported click = lead(LeadKind.clicked);
        assertThat(LeadContract.violations(click, NOW)).containsExactly(new Violation("/click", "is required"));

        click.setClick(new LinkClick(" ", "k".repeat(256)));
        assertThat(LeadContract.violations(click, NOW))
                .containsExactly(
                        new Violation("/linkCode", "is required"),
                        new Violation("/clickId", "must have at most 255 characters"));

        click.setClick(new LinkClick("L-1", "k-1"));
        assertThat(LeadContract.violations(click, NOW)).isEmpty();
    }

    @Test
    void aLinkHasOneOwner() {
        assertThat(LeadContract.violations(link("C-100", null), NOW)).isEmpty();
        assertThat(LeadContract.violations(link(null, "P-1"), NOW)).isEmpty();
        assertThat(LeadContract.violations(link(null, null), NOW))
                .containsExactly(new Violation("/customerId", "is required unless a partnerId is given"));
        assertThat(LeadContract.violations(link("C-100", "P-1"), NOW))
                .containsExactly(new Violation("/partnerId", "must be absent where a customerId is given"));
    }

    @Test
    void aLinkHasACodeAndATarget() {
        LeadReported link = link("C-100", null);
        link.getLink().setLinkCode("");
        link.getLink().setTarget(" ");
        assertThat(LeadContract.violations(link, NOW))
                .extracting(Violation::pointer)
                .containsExactly("/linkCode", "/target");

        link.setLink(null);
        assertThat(LeadContract.violations(link, NOW)).containsExactly(new Violation("/link", "is required"));
    }

    private static LeadReported link(@Nullable String customerId, @Nullable String partnerId) {
        LeadReported link = lead(LeadKind.link_made);
        link.setLink(new LinkMade("L-1", customerId, partnerId, "signup", "ops"));
        return link;
    }

    private static LeadReported submission() {
        LeadReported lead = lead(LeadKind.submitted);
        lead.setSubmission(LeadSubmission.newBuilder()
                .setSourcePath(
                        SourcePath.newBuilder().setChannel(SourceChannel.form).build())
                .setIntroductionBasis(IntroductionBasis.unknown)
                .build());
        return lead;
    }

    private static LeadReported update(LeadStage stage) {
        LeadReported lead = lead(LeadKind.updated);
        lead.setUpdate(
                LeadUpdate.newBuilder().setExternalId("CRM-77").setStage(stage).build());
        return lead;
    }

    private static LeadReported lead(LeadKind kind) {
        return LeadReported.newBuilder()
                .setSource("website-form")
                .setId("form-881")
                .setKind(kind)
                .setOccurredAt(NOW)
                .build();
    }
}
