package io.askwell.signal.kafka;

import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.Money;
import io.askwell.event.v1.SourceChannel;
import io.askwell.event.v1.SourcePath;
import io.askwell.event.v1.Utm;
import io.askwell.leads.v1.ClaimedReferrer;
import io.askwell.leads.v1.LeadKind;
import io.askwell.leads.v1.LeadPersonalData;
import io.askwell.leads.v1.LeadReported;
import io.askwell.leads.v1.LeadSubmission;
import io.askwell.leads.v1.LeadUpdate;
import io.askwell.leads.v1.LinkClick;
import io.askwell.leads.v1.LinkMade;
import io.askwell.schemas.leads.LeadContract;
import io.askwell.signal.application.Contract;
import io.askwell.signal.domain.Intake;
import io.askwell.signal.domain.LeadReport;
import io.askwell.signal.domain.Reason;
import io.askwell.transport.event.CloudEventHeaders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reported lead as a record of the leads topic. What is missing gets a stand-in, so that everything else is checked too and the
 * sender learns all at once.
 */
public final class LeadMapper implements Contract<LeadReport, LeadReported> {

    // UNRECOGNIZED stands for the words of newer schemas, so nobody can report it; an update does not submit a lead.
    private static final Set<SourceChannel> CHANNELS = EnumSet.complementOf(EnumSet.of(SourceChannel.UNRECOGNIZED));
    private static final Set<IntroductionBasis> BASES =
            EnumSet.complementOf(EnumSet.of(IntroductionBasis.UNRECOGNIZED));
    private static final Set<LeadStage> STAGES =
            EnumSet.complementOf(EnumSet.of(LeadStage.submitted, LeadStage.UNRECOGNIZED));

    @Override
    public Intake<LeadReported> judge(LeadReport report, Instant receivedAt) {
        List<Reason> reasons = new ArrayList<>();
        var record = new LeadReported();
        record.setSource(report.source());
        record.setId(report.id());
        record.setOccurredAt(
                Objects.requireNonNullElse(required("/occurredAt", report.occurredAt(), reasons), receivedAt));
        record.setRecordedAt(receivedAt.truncatedTo(ChronoUnit.MICROS));
        switch (report) {
            case LeadReport.Submission submission -> write(submission, record, reasons);
            case LeadReport.Update update -> write(update, record, reasons);
            case LeadReport.LinkMade link -> write(link, record);
            case LeadReport.Click click -> write(click, record);
        }
        LeadContract.violations(record, receivedAt)
                .forEach(violation -> reasons.add(new Reason(violation.pointer(), violation.detail())));
        return Intake.of(record, reasons);
    }

    public static CloudEventHeaders event(LeadReported lead) {
        return new CloudEventHeaders(
                lead.getSource() + "/" + lead.getId(),
                lead.getSource(),
                "referral.lead." + lead.getKind(),
                lead.getOccurredAt());
    }

    private static void write(LeadReport.Submission report, LeadReported record, List<Reason> reasons) {
        var submission = new LeadSubmission();
        var personal = new LeadPersonalData();
        LeadReport.Lead lead = required("/lead", report.lead(), reasons);
        if (lead != null) {
            submission.setExternalId(lead.externalId());
            submission.setCountry(lead.country());
            submission.setCompany(lead.company());
            submission.setWebsite(lead.website());
            personal.setName(lead.name());
            personal.setEmail(lead.email());
            personal.setPhone(lead.phone());
            personal.setTitle(lead.title());
        }
        LeadReport.Referrer referrer = report.referrer();
        if (referrer != null) {
            submission.setReferrer(
                    new ClaimedReferrer(referrer.customerId(), referrer.partnerId(), referrer.linkCode()));
            personal.setReferrerEmail(referrer.email());
            personal.setReferrerName(referrer.name());
        }
        submission.setSourcePath(sourcePath(report.sourcePath(), reasons));
        submission.setIntroductionBasis(
                word("/introductionBasis", report.introductionBasis(), BASES, IntroductionBasis.UNRECOGNIZED, reasons));
        submission.setAskId(report.askId());
        personal.setNote(report.note());
        record.setKind(LeadKind.submitted);
        record.setSubmission(submission);
        record.setPersonal(personal);
    }

    private static void write(LeadReport.Update report, LeadReported record, List<Reason> reasons) {
        var update = new LeadUpdate();
        LeadReport.LeadReference lead = report.lead();
        if (lead != null) {
            update.setExternalId(lead.externalId());
            record.setPersonal(new LeadPersonalData(null, lead.email(), null, null, null, null, null));
        }
        update.setStage(word("/stage", report.stage(), STAGES, LeadStage.UNRECOGNIZED, reasons));
        update.setValue(money(report.value(), reasons));
        update.setOwner(report.owner());
        update.setCrmSource(report.crmSource());
        update.setReason(report.reason());
        record.setKind(LeadKind.updated);
        record.setUpdate(update);
    }

    private static void write(LeadReport.LinkMade report, LeadReported record) {
        record.setKind(LeadKind.link_made);
        record.setLink(new LinkMade(
                report.linkCode(), report.customerId(), report.partnerId(), report.target(), report.madeBy()));
    }

    private static void write(LeadReport.Click report, LeadReported record) {
        record.setKind(LeadKind.clicked);
        record.setClick(new LinkClick(report.linkCode(), report.clickId()));
    }

    private static SourcePath sourcePath(LeadReport.@Nullable SourcePath path, List<Reason> reasons) {
        String channel = path == null ? null : path.channel();
        var written = new SourcePath();
        written.setChannel(word("/sourcePath/channel", channel, CHANNELS, SourceChannel.UNRECOGNIZED, reasons));
        if (path != null) {
            written.setLinkCode(path.linkCode());
            written.setClickId(path.clickId());
            LeadReport.Utm utm = path.utm();
            written.setUtm(utm == null ? null : new Utm(utm.source(), utm.medium(), utm.campaign()));
        }
        return written;
    }

    private static @Nullable Money money(LeadReport.@Nullable DealValue value, List<Reason> reasons) {
        if (value == null) {
            return null;
        }
        Long amountMinor = required("/value/amountMinor", value.amountMinor(), reasons);
        String currency = required("/value/currency", value.currency(), reasons);
        return new Money(Objects.requireNonNullElse(amountMinor, 0L), Objects.requireNonNullElse(currency, ""));
    }

    private static <T> @Nullable T required(String pointer, @Nullable T part, List<Reason> reasons) {
        if (part == null) {
            reasons.add(new Reason(pointer, "is required"));
        }
        return part;
    }

    private static <E extends Enum<E>> E word(
            String pointer, @Nullable String word, Set<E> words, E standIn, List<Reason> reasons) {
        return words.stream()
                .filter(known -> known.name().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    String choices = words.stream().map(Enum::name).collect(Collectors.joining(", "));
                    reasons.add(new Reason(pointer, word == null ? "is required" : "must be one of " + choices));
                    return standIn;
                });
    }
}
