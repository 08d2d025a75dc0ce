package io.askwell.ask.kafka;

import io.askwell.ask.domain.customer.AskConsent;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Assessment.SignalPosition;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.customer.Concern;
import io.askwell.ask.domain.customer.Peer;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Readiness;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.customer.Segment;
import io.askwell.ask.domain.customer.Success;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.customer.TriggerKind;
import io.askwell.event.v1.ContactChannel;
import io.askwell.readiness.v1.CoveredThrough;
import io.askwell.readiness.v1.CustomerFacts;
import io.askwell.readiness.v1.MentionedPeer;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.readiness.v1.ReadinessPersonalData;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An assessment from Avro. What a newer writer says and this reader does not know reads as the more careful thing. */
final class AssessmentReader {

    private AssessmentReader() {}

    static Assessment read(ReadinessAssessed assessed) {
        return new Assessment(
                assessed.getMeta().getEventId(),
                assessed.getMeta().getCorrelationId(),
                readiness(assessed.getDecision()),
                assessed.getScore(),
                readiness(assessed.getBand()),
                assessed.getConcerns().stream().map(AssessmentReader::concern).toList(),
                assessed.getOpenTriggers().stream()
                        .flatMap(AssessmentReader::trigger)
                        .toList(),
                assessed.getReasons().stream()
                        .map(reason -> new Reason(reason.getCode(), reason.getEvidence()))
                        .toList(),
                assessed.getAssessedAt(),
                position(assessed.getCoveredThrough()),
                assessed.getLastConcernAt(),
                profile(assessed.getProfile(), assessed.getPersonal()),
                assessed.getSuccesses().stream().map(AssessmentReader::success).toList(),
                peer(assessed.getPeer(), assessed.getPersonal()));
    }

    private static Readiness readiness(io.askwell.event.v1.Readiness readiness) {
        return switch (readiness) {
            case ask_now -> Readiness.ASK_NOW;
            case soft_mention -> Readiness.SOFT_MENTION;
            case wait -> Readiness.WAIT;
            case hold, UNRECOGNIZED -> Readiness.HOLD;
        };
    }

    private static Concern concern(io.askwell.readiness.v1.Concern concern) {
        return new Concern(concern.getKind(), concern.getSince(), concern.getUntil(), concern.getEvidence());
    }

    /** A trigger of an unknown kind opens nothing. */
    private static Stream<Trigger> trigger(io.askwell.readiness.v1.Trigger trigger) {
        return kind(trigger.getKind()).stream()
                .map(kind -> new Trigger(kind, trigger.getAt(), trigger.getClosesAt(), trigger.getEvidence()));
    }

    private static Optional<TriggerKind> kind(io.askwell.event.v1.TriggerKind kind) {
        return switch (kind) {
            case nps_promoter -> Optional.of(TriggerKind.NPS_PROMOTER);
            case positive_feedback -> Optional.of(TriggerKind.POSITIVE_FEEDBACK);
            case milestone -> Optional.of(TriggerKind.MILESTONE);
            case project_completed -> Optional.of(TriggerKind.PROJECT_COMPLETED);
            case renewal -> Optional.of(TriggerKind.RENEWAL);
            case upgrade -> Optional.of(TriggerKind.UPGRADE);
            case support_win -> Optional.of(TriggerKind.SUPPORT_WIN);
            case qbr_success -> Optional.of(TriggerKind.QBR_SUCCESS);
            case public_praise -> Optional.of(TriggerKind.PUBLIC_PRAISE);
            case peer_mentioned -> Optional.of(TriggerKind.PEER_MENTIONED);
            case advocate_success -> Optional.of(TriggerKind.ADVOCATE_SUCCESS);
            case UNRECOGNIZED -> Optional.empty();
        };
    }

    private static @Nullable SignalPosition position(@Nullable CoveredThrough covered) {
        return covered == null ? null : new SignalPosition(covered.getPartition(), covered.getOffset());
    }

    private static Profile profile(CustomerFacts facts, @Nullable ReadinessPersonalData personal) {
        return new Profile(
                facts.getOwnerId(),
                zone(facts.getTimezone()),
                channel(facts.getPreferredChannel()),
                facts.getCompany(),
                facts.getHighValue(),
                facts.getSensitive(),
                facts.getPartner(),
                consent(facts.getAskConsent()),
                personal == null ? null : personal.getCustomerName(),
                personal == null ? null : personal.getContactName(),
                personal == null ? null : personal.getEmail(),
                segment(facts.getSegment()),
                facts.getCountry(),
                facts.getInteractions(),
                facts.getChampion(),
                facts.getPublicAdvocacyConsent(),
                facts.getSignedUpAt());
    }

    /** A zone that this machine's tables lack is treated as an absent one. */
    private static ZoneId zone(@Nullable String zone) {
        return zone != null && ZoneId.getAvailableZoneIds().contains(zone) ? ZoneId.of(zone) : ZoneOffset.UTC;
    }

    private static Channel channel(@Nullable ContactChannel channel) {
        return switch (channel) {
            case null -> Channel.EMAIL;
            case email, UNRECOGNIZED -> Channel.EMAIL;
            case in_app -> Channel.IN_APP;
            case phone -> Channel.PHONE;
            case linkedin -> Channel.LINKEDIN;
        };
    }

    private static @Nullable Segment segment(io.askwell.event.v1.@Nullable Segment segment) {
        return switch (segment) {
            case null -> null;
            case UNRECOGNIZED -> null;
            case smb -> Segment.SMB;
            case mid_market -> Segment.MID_MARKET;
            case enterprise -> Segment.ENTERPRISE;
            case mission_driven -> Segment.MISSION_DRIVEN;
        };
    }

    private static AskConsent consent(io.askwell.signals.v1.AskConsent consent) {
        return switch (consent) {
            case granted -> AskConsent.GRANTED;
            case withdrawn -> AskConsent.WITHDRAWN;
            case unknown, UNRECOGNIZED -> AskConsent.UNKNOWN;
        };
    }

    private static Success success(io.askwell.readiness.v1.Success success) {
        Double value = success.getValue();
        return new Success(
                success.getKind(),
                success.getName(),
                success.getMetric(),
                value == null ? null : BigDecimal.valueOf(value),
                success.getUnit(),
                success.getAt(),
                success.getEvidence());
    }

    private static @Nullable Peer peer(@Nullable MentionedPeer peer, @Nullable ReadinessPersonalData personal) {
        return peer == null
                ? null
                : new Peer(
                        peer.getCompany(),
                        personal == null ? null : personal.getPeerName(),
                        peer.getProblem(),
                        peer.getEvidence());
    }
}
