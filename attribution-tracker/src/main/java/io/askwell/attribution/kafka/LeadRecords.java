package io.askwell.attribution.kafka;

import io.askwell.attribution.domain.Channel;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.IntroductionBasis;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.LinkClick;
import io.askwell.attribution.domain.LinkMade;
import io.askwell.attribution.domain.Money;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.ReportedFact;
import io.askwell.attribution.domain.SourcePath;
import io.askwell.attribution.domain.Stage;
import io.askwell.attribution.domain.StageReport;
import io.askwell.attribution.domain.Submission;
import io.askwell.attribution.domain.note.Candidate;
import io.askwell.attribution.domain.note.Mention;
import io.askwell.attribution.domain.note.NoteReader;
import io.askwell.attribution.domain.note.Span;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.SourceChannel;
import io.askwell.leads.v1.LeadPersonalData;
import io.askwell.leads.v1.LeadReported;
import io.askwell.leads.v1.LeadSubmission;
import io.askwell.leads.v1.LeadUpdate;
import io.askwell.schemas.leads.ContactIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lead records that keep the contract, as facts. A text that is blank says nothing. */
final class LeadRecords {

    private static final LeadPersonalData NOTHING_PERSONAL = new LeadPersonalData();

    private LeadRecords() {}

    /**
     * Empty for kinds that say nothing to this service: what a newer schema may bring.
     *
     * @param writtenAt when the record was written, for one that does not say when it was accepted
     */
    static Optional<ReportedFact> fact(LeadReported lead, Instant writtenAt) {
        return switch (lead.getKind()) {
            case submitted -> Optional.of(submission(lead, Objects.requireNonNull(lead.getSubmission()), writtenAt));
            case updated -> Optional.of(stageReport(lead, Objects.requireNonNull(lead.getUpdate())));
            case link_made -> Optional.of(linkMade(lead, Objects.requireNonNull(lead.getLink())));
            case clicked -> Optional.of(linkClick(lead, Objects.requireNonNull(lead.getClick())));
            case UNRECOGNIZED -> Optional.empty();
        };
    }

    private static Submission submission(LeadReported lead, LeadSubmission submission, Instant writtenAt) {
        LeadPersonalData personal = Objects.requireNonNullElse(lead.getPersonal(), NOTHING_PERSONAL);
        String emailAsGiven = said(personal.getEmail());
        Optional<String> email = ContactIdentity.canonicalEmail(emailAsGiven);
        Optional<String> referrerEmail = ContactIdentity.canonicalEmail(said(personal.getReferrerEmail()));
        return new Submission(
                new FactId(lead.getSource(), lead.getId()),
                lead.getOccurredAt(),
                new LeadIdentity(email.orElse(null), said(submission.getExternalId())),
                new Lead(
                        said(personal.getName()),
                        email.orElse(null),
                        ContactIdentity.phone(personal.getPhone(), said(submission.getCountry()))
                                .orElse(null),
                        said(submission.getCompany()),
                        said(personal.getTitle()),
                        ContactIdentity.registrableDomain(submission.getWebsite())
                                .orElse(null),
                        present(submission.getCountry())
                                .map(code -> code.toUpperCase(Locale.ROOT))
                                .orElse(null),
                        email.isPresent() ? emailAsGiven : null),
                referrers(submission, referrerEmail),
                email.isPresent() && email.equals(referrerEmail),
                sourcePath(submission.getSourcePath()),
                basis(submission.getIntroductionBasis()),
                said(submission.getAskId()),
                said(lead.getCorrelationId()),
                mentions(personal.getNote()),
                email.flatMap(ContactIdentity::registrableDomainOfEmail).orElse(null),
                referrerEmail.flatMap(ContactIdentity::registrableDomainOfEmail).orElse(null),
                Objects.requireNonNullElse(lead.getRecordedAt(), writtenAt));
    }

    /** From the note as it was received, so that what is found can be shown in it. */
    private static List<Mention> mentions(@Nullable String note) {
        return note == null ? List.of() : NoteReader.mentions(note, LeadRecords::address);
    }

    private static Optional<Candidate.Address> address(String text, Span span) {
        return ContactIdentity.canonicalEmail(text)
                .map(address -> new Candidate.Address(
                        Referrer.email(address).id(),
                        ContactIdentity.registrableDomainOfEmail(address).orElse(null),
                        span));
    }

    /** The link by which the lead came counts as a name of the referrer, too. */
    private static List<Referrer> referrers(LeadSubmission submission, Optional<String> referrerEmail) {
        List<Referrer> referrers = new ArrayList<>();
        var claimed = submission.getReferrer();
        if (claimed != null) {
            present(claimed.getCustomerId()).map(Referrer::customer).ifPresent(referrers::add);
            present(claimed.getPartnerId()).map(Referrer::partner).ifPresent(referrers::add);
            present(claimed.getLinkCode()).map(Referrer::link).ifPresent(referrers::add);
        }
        referrerEmail.map(Referrer::email).ifPresent(referrers::add);
        present(submission.getSourcePath().getLinkCode()).map(Referrer::link).ifPresent(referrers::add);
        return referrers;
    }

    private static StageReport stageReport(LeadReported lead, LeadUpdate update) {
        LeadPersonalData personal = Objects.requireNonNullElse(lead.getPersonal(), NOTHING_PERSONAL);
        var value = update.getValue();
        return new StageReport(
                new FactId(lead.getSource(), lead.getId()),
                lead.getOccurredAt(),
                new LeadIdentity(
                        ContactIdentity.canonicalEmail(said(personal.getEmail()))
                                .orElse(null),
                        said(update.getExternalId())),
                stage(update.getStage()),
                value == null ? null : new Money(value.getAmountMinor(), value.getCurrency()),
                said(update.getOwner()),
                said(update.getCrmSource()));
    }

    private static LinkMade linkMade(LeadReported lead, io.askwell.leads.v1.LinkMade link) {
        Referrer owner = link.getCustomerId() == null
                ? Referrer.partner(Objects.requireNonNull(link.getPartnerId()))
                : Referrer.customer(link.getCustomerId());
        return new LinkMade(
                new FactId(lead.getSource(), lead.getId()), lead.getOccurredAt(), link.getLinkCode(), owner);
    }

    private static LinkClick linkClick(LeadReported lead, io.askwell.leads.v1.LinkClick click) {
        return new LinkClick(
                new FactId(lead.getSource(), lead.getId()),
                lead.getOccurredAt(),
                click.getLinkCode(),
                click.getClickId());
    }

    private static SourcePath sourcePath(io.askwell.event.v1.SourcePath path) {
        var utm = path.getUtm();
        return new SourcePath(
                channel(path.getChannel()),
                said(path.getLinkCode()),
                said(path.getClickId()),
                utm == null
                        ? null
                        : new SourcePath.Utm(said(utm.getSource()), said(utm.getMedium()), said(utm.getCampaign())));
    }

    private static Channel channel(SourceChannel channel) {
        return switch (channel) {
            case form -> Channel.FORM;
            case link -> Channel.LINK;
            case email_intro -> Channel.EMAIL_INTRO;
            case call -> Channel.CALL;
            case partner_portal -> Channel.PARTNER_PORTAL;
            case crm_note -> Channel.CRM_NOTE;
            case event -> Channel.EVENT;
            case UNRECOGNIZED -> throw refusedByContract();
        };
    }

    private static IntroductionBasis basis(io.askwell.event.v1.IntroductionBasis basis) {
        return switch (basis) {
            case self_submitted -> IntroductionBasis.SELF_SUBMITTED;
            case advocate_introduced -> IntroductionBasis.ADVOCATE_INTRODUCED;
            case consent_recorded -> IntroductionBasis.CONSENT_RECORDED;
            case unknown -> IntroductionBasis.UNKNOWN;
            case UNRECOGNIZED -> throw refusedByContract();
        };
    }

    private static Stage stage(LeadStage stage) {
        return switch (stage) {
            case submitted -> Stage.SUBMITTED;
            case accepted -> Stage.ACCEPTED;
            case intro_made -> Stage.INTRO_MADE;
            case meeting_booked -> Stage.MEETING_BOOKED;
            case deal_created -> Stage.DEAL_CREATED;
            case deal_won -> Stage.DEAL_WON;
            case deal_lost -> Stage.DEAL_LOST;
            case unqualified -> Stage.UNQUALIFIED;
            case refunded -> Stage.REFUNDED;
            case UNRECOGNIZED -> throw refusedByContract();
        };
    }

    private static IllegalStateException refusedByContract() {
        return new IllegalStateException("the contract refuses a record with this word");
    }

    private static @Nullable String said(@Nullable String text) {
        return present(text).orElse(null);
    }

    /** Without U+0000, which says nothing and which the database cannot keep. */
    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).map(words -> words.replace("\0", "")).filter(words -> !words.isBlank());
    }
}
