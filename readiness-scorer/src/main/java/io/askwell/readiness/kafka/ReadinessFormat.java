package io.askwell.readiness.kafka;

import io.askwell.event.v1.ContactChannel;
import io.askwell.event.v1.EventMeta;
import io.askwell.event.v1.Policy;
import io.askwell.event.v1.Reason;
import io.askwell.event.v1.Segment;
import io.askwell.event.v1.TriggerKind;
import io.askwell.readiness.application.AssessmentLog.Publication;
import io.askwell.readiness.application.LogPosition;
import io.askwell.readiness.application.StampedPolicy;
import io.askwell.readiness.domain.Assessment;
import io.askwell.readiness.domain.CustomerFacts;
import io.askwell.readiness.domain.Readiness;
import io.askwell.readiness.domain.signal.SignalId;
import io.askwell.readiness.v1.Concern;
import io.askwell.readiness.v1.Contribution;
import io.askwell.readiness.v1.CoveredThrough;
import io.askwell.readiness.v1.MentionedPeer;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.readiness.v1.ReadinessPersonalData;
import io.askwell.readiness.v1.Success;
import io.askwell.readiness.v1.Trigger;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.AskConsent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Assessments as records. */
public final class ReadinessFormat {

    private static final int FINGERPRINT_BYTES = 16;
    private static final EventMeta NO_META = new EventMeta("", Instant.EPOCH, Instant.EPOCH, "", null);

    private final Serializer<ReadinessAssessed> serializer;
    private final Policy policy;

    public ReadinessFormat(Serializer<ReadinessAssessed> serializer, StampedPolicy policy) {
        this.serializer = serializer;
        this.policy = new Policy(policy.version(), policy.hash());
    }

    /** The record of an assessment, but for what tells one publication of it from another. */
    ReadinessAssessed content(String customerId, Assessment assessment) {
        var facts = assessment.facts();
        // Not by the builder, which costs more than all the rest: it copies and checks what the encoder checks again.
        var record = new ReadinessAssessed();
        record.setMeta(NO_META);
        record.setCustomerId(customerId);
        record.setDecision(readiness(assessment.decision()));
        record.setScore(assessment.score());
        record.setBand(readiness(assessment.band()));
        record.setContributions(each(assessment.contributions(), ReadinessFormat::contribution));
        record.setConcerns(each(assessment.concerns(), ReadinessFormat::concern));
        record.setTrigger(assessment.trigger().map(ReadinessFormat::trigger).orElse(null));
        record.setOpenTriggers(each(assessment.openTriggers(), ReadinessFormat::trigger));
        record.setReasons(each(assessment.reasons(), ReadinessFormat::reason));
        record.setPolicy(policy);
        record.setAssessedAt(Instant.EPOCH);
        record.setLastConcernAt(assessment.lastConcernAt());
        record.setProfile(profile(facts));
        record.setSuccesses(each(assessment.successes(), ReadinessFormat::success));
        record.setPeer(peer(assessment.peer()));
        record.setPersonal(new ReadinessPersonalData(
                facts.customerName(),
                facts.contactName(),
                facts.email(),
                assessment.peer() == null ? null : assessment.peer().name()));
        return record;
    }

    /** The first half of the SHA-256 of the content, which is all that a reader can see but when, why and from which signal it came. */
    String fingerprint(ReadinessAssessed content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(serializer.serialize(TopicCatalogue.READINESS.name(), content));
            return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK digests with SHA-256", e);
        }
    }

    /** The content as published; it is completed in place. */
    byte[] value(ReadinessAssessed content, Publication publication) {
        var at = publication.assessed().at();
        content.setMeta(
                new EventMeta(publication.eventId(), at, at, publication.correlationId(), publication.causationId()));
        content.setAssessedAt(at);
        content.setCoveredThrough(covered(publication.coveredThrough()));
        return serializer.serialize(TopicCatalogue.READINESS.name(), content);
    }

    private static io.askwell.event.v1.Readiness readiness(Readiness readiness) {
        return switch (readiness) {
            case ASK_NOW -> io.askwell.event.v1.Readiness.ask_now;
            case SOFT_MENTION -> io.askwell.event.v1.Readiness.soft_mention;
            case WAIT -> io.askwell.event.v1.Readiness.wait;
            case HOLD -> io.askwell.event.v1.Readiness.hold;
        };
    }

    private static Contribution contribution(io.askwell.readiness.domain.Contribution earned) {
        return new Contribution(earned.rule(), earned.points(), references(earned.evidence()));
    }

    private static Reason reason(io.askwell.readiness.domain.rule.Reason reason) {
        return new Reason(reason.code(), references(reason.evidence()));
    }

    private static Concern concern(io.askwell.readiness.domain.rule.Concern concern) {
        return new Concern(concern.kind().word(), concern.since(), concern.until(), references(concern.evidence()));
    }

    private static Trigger trigger(io.askwell.readiness.domain.rule.Trigger trigger) {
        var kind = switch (trigger.kind()) {
            case NPS_PROMOTER -> TriggerKind.nps_promoter;
            case POSITIVE_FEEDBACK -> TriggerKind.positive_feedback;
            case MILESTONE -> TriggerKind.milestone;
            case PROJECT_COMPLETED -> TriggerKind.project_completed;
            case RENEWAL -> TriggerKind.renewal;
            case UPGRADE -> TriggerKind.upgrade;
            case SUPPORT_WIN -> TriggerKind.support_win;
            case QBR_SUCCESS -> TriggerKind.qbr_success;
            case PUBLIC_PRAISE -> TriggerKind.public_praise;
            case PEER_MENTIONED -> TriggerKind.peer_mentioned;
        };
        return new Trigger(
                kind,
                trigger.at(),
                trigger.closesAt(),
                List.of(trigger.evidence().reference()));
    }

    private static io.askwell.readiness.v1.CustomerFacts profile(CustomerFacts facts) {
        var profile = new io.askwell.readiness.v1.CustomerFacts();
        profile.setOwnerId(facts.ownerId());
        profile.setSegment(facts.segment() == null ? null : Segment.valueOf(facts.segment()));
        profile.setTimezone(zone(facts.timezone()));
        profile.setCountry(facts.country());
        profile.setPreferredChannel(
                facts.preferredChannel() == null ? null : ContactChannel.valueOf(facts.preferredChannel()));
        profile.setCompany(facts.company());
        profile.setProjectType(facts.projectType());
        profile.setHighValue(facts.highValue());
        profile.setSensitive(facts.sensitive());
        profile.setPartner(facts.partner());
        profile.setAskConsent(AskConsent.valueOf(facts.askConsent()));
        profile.setPublicAdvocacyConsent(facts.publicAdvocacyConsent());
        profile.setInteractions(facts.interactions());
        profile.setChampion(facts.champion());
        profile.setSignedUpAt(facts.signedUpAt());
        return profile;
    }

    private static Success success(io.askwell.readiness.domain.Success success) {
        return new Success(
                success.kind(),
                success.name(),
                success.metric(),
                success.value(),
                success.unit(),
                success.at(),
                List.of(success.evidence().reference()));
    }

    private static @Nullable MentionedPeer peer(io.askwell.readiness.domain.@Nullable MentionedPeer peer) {
        return peer == null
                ? null
                : new MentionedPeer(
                        peer.company(), peer.problem(), List.of(peer.evidence().reference()));
    }

    private static CoveredThrough covered(LogPosition position) {
        return new CoveredThrough(position.partition(), position.offset());
    }

    private static @Nullable String zone(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }

    private static List<String> references(List<SignalId> evidence) {
        return each(evidence, SignalId::reference);
    }

    /** A loop, because every signal makes a dozen of these lists, most of them of none or one. */
    private static <F, T> List<T> each(List<F> of, Function<F, T> made) {
        if (of.isEmpty()) {
            return List.of();
        }
        List<T> each = new ArrayList<>(of.size());
        for (int i = 0; i < of.size(); i++) {
            each.add(made.apply(of.get(i)));
        }
        return each;
    }
}
