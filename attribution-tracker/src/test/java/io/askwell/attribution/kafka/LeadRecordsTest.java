package io.askwell.attribution.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.domain.Channel;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.LinkClick;
import io.askwell.attribution.domain.LinkMade;
import io.askwell.attribution.domain.Money;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.SourcePath;
import io.askwell.attribution.domain.Stage;
import io.askwell.attribution.domain.StageReport;
import io.askwell.attribution.domain.Submission;
import io.askwell.attribution.domain.Words;
import io.askwell.attribution.domain.note.Candidate;
import io.askwell.attribution.domain.note.Mention;
import io.askwell.attribution.domain.note.Span;
import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.SourceChannel;
import io.askwell.event.v1.Utm;
import io.askwell.leads.v1.ClaimedReferrer;
import io.askwell.leads.v1.LeadKind;
import io.askwell.leads.v1.LeadPersonalData;
import io.askwell.leads.v1.LeadReported;
import io.askwell.leads.v1.LeadSubmission;
import io.askwell.leads.v1.LeadUpdate;
import io.askwell.schemas.leads.LeadKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class LeadRecordsTest {

    private static final Instant WRITTEN_AT = Instant.parse("2026-10-02T12:00:01Z");

    private static final Instant AT = Instant.parse("2026-10-02T12:00:00Z");

    @Test
    void aSubmissionIsReadInCanonicalForm() {
        Submission submission = submission(submitted());

        assertThat(submission.id()).isEqualTo(new FactId("website-form", "form-881"));
        assertThat(submission.occurredAt()).isEqualTo(AT);
        assertThat(submission.identity()).isEqualTo(new LeadIdentity("sam.roe@acme.example", "CRM-77"));
        assertThat(submission.lead())
                .isEqualTo(new Lead(
                        "Sam Roe",
                        "sam.roe@acme.example",
                        "+14155550101",
                        "Acme, Inc.",
                        "COO",
                        "acme.example",
                        "US",
                        "Sam.Roe+x@Acme.example"));
        assertThat(submission.sourcePath())
                .isEqualTo(new SourcePath(Channel.FORM, "L-2", "k-1", new SourcePath.Utm("s", "m", "c")));
        assertThat(submission.askId()).isEqualTo("ask-1");
        assertThat(submission.correlationId()).isEqualTo("corr-1");
        assertThat(submission.selfReferral()).isFalse();
    }

    @Test
    void everyIdentityOfTheReferrerIsReadTheMostTellingFirst() {
        assertThat(submission(submitted()).referrers())
                .containsExactly(
                        Referrer.customer("C-100"),
                        Referrer.partner("P-1"),
                        Referrer.email("ada@acme.example"),
                        Referrer.link("L-1"),
                        Referrer.link("L-2"));
    }

    @Test
    void theReferrersAddressIsKeptAsAPseudonymOnly() {
        assertThat(submission(submitted()).referrers())
                .noneMatch(referrer -> referrer.id().contains("@"));
    }

    @Test
    void whoGivesTheLeadsOwnAddressInAnySpellingRefersHimself() {
        LeadReported lead = submitted();
        lead.getPersonal().setReferrerEmail("SAM.ROE+me@acme.example");

        assertThat(submission(lead).selfReferral()).isTrue();
    }

    @Test
    void whereBothHaveTheirAddressesIsReadAsItWasRegistered() {
        LeadReported lead = submitted();
        lead.getPersonal().setEmail("sam@mail.acme.co.uk");
        lead.getPersonal().setReferrerEmail("ada@acme.co.uk");

        assertThat(submission(lead).emailDomain()).isEqualTo("acme.co.uk");
        assertThat(submission(lead).referrerDomain()).isEqualTo("acme.co.uk");
    }

    @Test
    void receiptIsWhenItWasAcceptedElseWhenItWasWritten() {
        LeadReported lead = submitted();
        lead.setRecordedAt(null);
        assertThat(submission(lead).receivedAt()).isEqualTo(WRITTEN_AT);

        lead.setRecordedAt(WRITTEN_AT.minusSeconds(1));
        assertThat(submission(lead).receivedAt()).isEqualTo(WRITTEN_AT.minusSeconds(1));
    }

    @Test
    void withoutAnyAddressNobodyRefersHimself() {
        LeadReported lead = submitted();
        lead.getPersonal().setEmail(null);
        lead.getPersonal().setReferrerEmail(null);

        assertThat(submission(lead).selfReferral()).isFalse();
    }

    @Test
    void whomTheNoteMentionsIsReadButTheNoteIsNotKept() {
        LeadReported lead = submitted();
        lead.getPersonal().setNote("\0 Referred by Ada+x@Acme.example");

        assertThat(submission(lead).mentions())
                .containsExactly(new Mention(List.of(new Candidate.Address(
                        Referrer.email("ada@acme.example").id(), "acme.example", new Span(14, 32)))));
        assertThat(submission(lead).toString()).doesNotContain("Ada+x");
    }

    @Test
    void blankTextsSayNothing() {
        LeadReported lead = submitted();
        lead.getSubmission().setExternalId(" ");
        lead.getSubmission().getReferrer().setCustomerId("");
        lead.getPersonal().setName("");
        lead.getSubmission().setAskId("");

        Submission submission = submission(lead);

        assertThat(submission.identity().externalId()).isNull();
        assertThat(submission.referrers()).doesNotContain(Referrer.customer(""));
        assertThat(submission.lead().name()).isNull();
        assertThat(submission.askId()).isNull();
    }

    @Test
    void whatNoTextMayHoldIsLeftOut() {
        LeadReported lead = submitted();
        lead.getPersonal().setName("Sam\0 Roe");
        lead.getPersonal().setEmail("sam\0.roe@acme.example");

        assertThat(submission(lead).lead().name()).isEqualTo("Sam Roe");
        assertThat(submission(lead).lead().email()).isEqualTo("sam.roe@acme.example");
    }

    @Test
    void whatIsNoAddressIsNoIdentity() {
        LeadReported lead = submitted();
        lead.getPersonal().setEmail("sam at acme");
        lead.getSubmission().setExternalId(null);

        assertThat(submission(lead).identity().keys()).isEmpty();
        assertThat(submission(lead).lead().emailAsGiven()).isNull();
    }

    @Test
    void whatIsNoTelephoneIsNoKey() {
        LeadReported lead = submitted();
        lead.getPersonal().setPhone("call me");

        assertThat(submission(lead).phoneKey()).isEmpty();
    }

    @Test
    void aNationalNumberWithoutACountryIsNoKey() {
        LeadReported lead = submitted();
        lead.getSubmission().setCountry(null);

        assertThat(submission(lead).phoneKey()).isEmpty();
    }

    @Test
    void anUpdateIsRead() {
        assertThat(LeadRecords.fact(updated(), WRITTEN_AT))
                .contains(new StageReport(
                        new FactId("hubspot", "crm-5"),
                        AT,
                        new LeadIdentity("sam.roe@acme.example", "CRM-77"),
                        Stage.DEAL_WON,
                        new Money(2_500_000, "USD"),
                        "rep-7",
                        "referral"));
    }

    @Test
    void aRecordWithoutPersonalDataIsRead() {
        LeadReported lead = updated();
        lead.setPersonal(null);

        assertThat(LeadRecords.fact(lead, WRITTEN_AT).map(fact -> ((StageReport) fact).identity()))
                .contains(new LeadIdentity(null, "CRM-77"));
    }

    @Test
    void aLinkIsReadWithItsOwner() {
        assertThat(LeadRecords.fact(linkMade("C-100", null), WRITTEN_AT))
                .contains(new LinkMade(new FactId("links", "L-1"), AT, "L-1", Referrer.customer("C-100")));
        assertThat(LeadRecords.fact(linkMade(null, "P-1"), WRITTEN_AT))
                .contains(new LinkMade(new FactId("links", "L-1"), AT, "L-1", Referrer.partner("P-1")));
    }

    @Test
    void aClickIsReadWithItsLink() {
        LeadReported click = LeadReported.newBuilder()
                .setSource("link")
                .setId("1")
                .setKind(LeadKind.clicked)
                .setOccurredAt(AT)
                .setClick(new io.askwell.leads.v1.LinkClick("L-1", "k-1"))
                .build();

        assertThat(LeadRecords.fact(click, WRITTEN_AT))
                .contains(new LinkClick(new FactId("link", "1"), AT, "L-1", "k-1"));
    }

    @Test
    void kindsOfANewerSchemaSayNothingToThisService() {
        LeadReported newer = submitted();
        newer.setKind(LeadKind.UNRECOGNIZED);

        assertThat(LeadRecords.fact(newer, WRITTEN_AT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = LeadStage.class, mode = Mode.EXCLUDE, names = "UNRECOGNIZED")
    void everyStageKeepsItsWord(LeadStage stage) {
        LeadReported lead = updated();
        lead.getUpdate().setStage(stage);

        assertThat(LeadRecords.fact(lead, WRITTEN_AT))
                .hasValueSatisfying(fact ->
                        assertThat(Words.of(((StageReport) fact).stage())).isEqualTo(stage.name()));
    }

    @ParameterizedTest
    @EnumSource(value = SourceChannel.class, mode = Mode.EXCLUDE, names = "UNRECOGNIZED")
    void everyChannelKeepsItsWord(SourceChannel channel) {
        LeadReported lead = submitted();
        lead.getSubmission().getSourcePath().setChannel(channel);

        assertThat(Words.of(submission(lead).sourcePath().channel())).isEqualTo(channel.name());
    }

    @ParameterizedTest
    @EnumSource(value = IntroductionBasis.class, mode = Mode.EXCLUDE, names = "UNRECOGNIZED")
    void everyBasisKeepsItsWord(IntroductionBasis basis) {
        LeadReported lead = submitted();
        lead.getSubmission().setIntroductionBasis(basis);

        assertThat(Words.of(submission(lead).introductionBasis())).isEqualTo(basis.name());
    }

    @Test
    void keysAreThoseOfTheTopic() {
        LeadReported withAddress = submitted();
        LeadReported withExternalId = updated();
        withExternalId.setPersonal(null);

        assertThat(submission(withAddress).identity().emailKey()).contains(LeadKey.of(withAddress));
        assertThat(((StageReport) LeadRecords.fact(withExternalId, WRITTEN_AT).orElseThrow())
                        .identity()
                        .externalIdKey())
                .contains(LeadKey.of(withExternalId));
    }

    private static Submission submission(LeadReported lead) {
        return (Submission) LeadRecords.fact(lead, WRITTEN_AT).orElseThrow();
    }

    private static LeadReported submitted() {
        return LeadReported.newBuilder()
                .setSource("website-form")
                .setId("form-881")
                .setKind(LeadKind.submitted)
                .setOccurredAt(AT)
                .setCorrelationId("corr-1")
                .setSubmission(LeadSubmission.newBuilder()
                        .setExternalId("CRM-77")
                        .setCountry("us")
                        .setCompany("Acme, Inc.")
                        .setWebsite("https://www.acme.example/about")
                        .setReferrer(new ClaimedReferrer("C-100", "P-1", "L-1"))
                        .setSourcePath(new io.askwell.event.v1.SourcePath(
                                SourceChannel.form, "L-2", "k-1", new Utm("s", "m", "c")))
                        .setIntroductionBasis(IntroductionBasis.advocate_introduced)
                        .setAskId("ask-1")
                        .build())
                .setPersonal(LeadPersonalData.newBuilder()
                        .setName("Sam Roe")
                        .setEmail("Sam.Roe+x@Acme.example")
                        .setPhone("(415) 555-0101")
                        .setTitle("COO")
                        .setReferrerEmail("Ada@Acme.example")
                        .build())
                .build();
    }

    private static LeadReported linkMade(@Nullable String customerId, @Nullable String partnerId) {
        return LeadReported.newBuilder()
                .setSource("links")
                .setId("L-1")
                .setKind(LeadKind.link_made)
                .setOccurredAt(AT)
                .setLink(new io.askwell.leads.v1.LinkMade("L-1", customerId, partnerId, "signup", "ops"))
                .build();
    }

    private static LeadReported updated() {
        return LeadReported.newBuilder()
                .setSource("hubspot")
                .setId("crm-5")
                .setKind(LeadKind.updated)
                .setOccurredAt(AT)
                .setUpdate(LeadUpdate.newBuilder()
                        .setExternalId("CRM-77")
                        .setStage(LeadStage.deal_won)
                        .setValue(new io.askwell.event.v1.Money(2_500_000L, "USD"))
                        .setOwner("rep-7")
                        .setCrmSource("referral")
                        .build())
                .setPersonal(LeadPersonalData.newBuilder()
                        .setEmail("sam.roe@acme.example")
                        .build())
                .build();
    }
}
