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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Assessments as records. */
public final class ReadinessFormat {

    private static final EventMeta NO_META = new EventMeta("", Instant.EPOCH, Instant.EPOCH, "", null);

    private final Serializer<ReadinessAssessed> serializer;
    private final Policy policy;

    public ReadinessFormat(Serializer<ReadinessAssessed> serializer, StampedPolicy policy) {
        this.serializer = serializer;
        this.policy = new Policy(policy.version(), policy.hash());
    }

    byte[] value(Publication publication) {
        var at = publication.assessed().at();
        var meta = new EventMeta(publication.eventId(), at, at, publication.correlationId(), publication.causationId());
        var record = record(
                publication.customerId(),
                publication.assessed().assessment(),
                meta,
                at,
                covered(publication.coveredThrough()));
        return serializer.serialize(TopicCatalogue.READINESS.name(), record);
    }

    /** SHA-256 of all that a reader can see but when, why and from which signal it came. */
    String fingerprint(String customerId, Assessment assessment) {
        var record = record(customerId, assessment, NO_META, Instant.EPOCH, null);
        try {
            ByteBuffer content = ReadinessAssessed.getEncoder().encode(record);
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(content);
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK digests with SHA-256", e);
        }
    }

    private ReadinessAssessed record(
            String customerId,
            Assessment assessment,
            EventMeta meta,
            Instant assessedAt,
            @Nullable CoveredThrough coveredThrough) {
        var facts = assessment.facts();
        return ReadinessAssessed.newBuilder()
                .setMeta(meta)
                .setCustomerId(customerId)
                .setDecision(readiness(assessment.decision()))
                .setScore(assessment.score())
                .setBand(readiness(assessment.band()))
                .setContributions(assessment.contributions().stream()
                        .map(earned -> new Contribution(earned.rule(), earned.points(), references(earned.evidence())))
                        .toList())
                .setConcerns(assessment.concerns().stream()
                        .map(ReadinessFormat::concern)
                        .toList())
                .setTrigger(assessment.trigger().map(ReadinessFormat::trigger).orElse(null))
                .setOpenTriggers(assessment.openTriggers().stream()
                        .map(ReadinessFormat::trigger)
                        .toList())
                .setReasons(assessment.reasons().stream()
                        .map(reason -> new Reason(reason.code(), references(reason.evidence())))
                        .toList())
                .setPolicy(policy)
                .setAssessedAt(assessedAt)
                .setCoveredThrough(coveredThrough)
                .setLastConcernAt(assessment.lastConcernAt())
                .setProfile(profile(facts))
                .setSuccesses(assessment.successes().stream()
                        .map(ReadinessFormat::success)
                        .toList())
                .setPeer(peer(assessment.peer()))
                .setPersonal(new ReadinessPersonalData(
                        facts.customerName(),
                        facts.contactName(),
                        facts.email(),
                        assessment.peer() == null ? null : assessment.peer().name()))
                .build();
    }

    private static io.askwell.event.v1.Readiness readiness(Readiness readiness) {
        return switch (readiness) {
            case ASK_NOW -> io.askwell.event.v1.Readiness.ask_now;
            case SOFT_MENTION -> io.askwell.event.v1.Readiness.soft_mention;
            case WAIT -> io.askwell.event.v1.Readiness.wait;
            case HOLD -> io.askwell.event.v1.Readiness.hold;
        };
    }

    private static Concern concern(io.askwell.readiness.domain.rule.Concern concern) {
        return new Concern(
                concern.kind().name().toLowerCase(Locale.ROOT),
                concern.since(),
                concern.until(),
                references(concern.evidence()));
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
        return new Trigger(kind, trigger.at(), trigger.closesAt(), references(List.of(trigger.evidence())));
    }

    private static io.askwell.readiness.v1.CustomerFacts profile(CustomerFacts facts) {
        return io.askwell.readiness.v1.CustomerFacts.newBuilder()
                .setOwnerId(facts.ownerId())
                .setSegment(facts.segment() == null ? null : Segment.valueOf(facts.segment()))
                .setTimezone(zone(facts.timezone()))
                .setCountry(facts.country())
                .setPreferredChannel(
                        facts.preferredChannel() == null ? null : ContactChannel.valueOf(facts.preferredChannel()))
                .setCompany(facts.company())
                .setProjectType(facts.projectType())
                .setHighValue(facts.highValue())
                .setSensitive(facts.sensitive())
                .setPartner(facts.partner())
                .setAskConsent(AskConsent.valueOf(facts.askConsent()))
                .setPublicAdvocacyConsent(facts.publicAdvocacyConsent())
                .setInteractions(facts.interactions())
                .setChampion(facts.champion())
                .build();
    }

    private static Success success(io.askwell.readiness.domain.Success success) {
        return new Success(
                success.kind(),
                success.name(),
                success.metric(),
                success.value(),
                success.unit(),
                success.at(),
                references(List.of(success.evidence())));
    }

    private static @Nullable MentionedPeer peer(io.askwell.readiness.domain.@Nullable MentionedPeer peer) {
        return peer == null
                ? null
                : new MentionedPeer(peer.company(), peer.problem(), references(List.of(peer.evidence())));
    }

    private static CoveredThrough covered(LogPosition position) {
        return new CoveredThrough(position.partition(), position.offset());
    }

    private static @Nullable String zone(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }

    private static List<String> references(List<SignalId> evidence) {
        return evidence.stream().map(SignalId::reference).toList();
    }
}
