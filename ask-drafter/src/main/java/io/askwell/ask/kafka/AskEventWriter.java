package io.askwell.ask.kafka;

import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.AskStep;
import io.askwell.ask.domain.Customer;
import io.askwell.ask.domain.HeldBack;
import io.askwell.ask.domain.HistoryEntry;
import io.askwell.ask.domain.PersonDecision;
import io.askwell.ask.domain.PolicyStamp;
import io.askwell.ask.domain.Proposal;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.draft.Draft;
import io.askwell.asks.v1.AskEvent;
import io.askwell.asks.v1.AskEventType;
import io.askwell.asks.v1.AskPersonalData;
import io.askwell.asks.v1.PendingAsk;
import io.askwell.event.v1.EventMeta;
import io.askwell.event.v1.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Steps, held-back opportunities and the queue as Avro. Every event carries the whole ask. */
final class AskEventWriter {

    private AskEventWriter() {}

    static AskEvent step(AskStep step, String eventId) {
        Ask ask = step.ask();
        Proposal proposal = ask.proposal();
        AskEvent event = AskEvent.newBuilder()
                .setMeta(meta(eventId, step.at(), proposal.correlationId(), cause(step)))
                .setType(Words.type(step.kind()))
                .setAskId(ask.id())
                .setStatus(Words.status(ask))
                .setCustomerId(proposal.customerId())
                .setOwnerId(proposal.ownerId())
                .setMode(Words.mode(proposal.mode()))
                .setTrigger(Words.trigger(proposal.trigger().kind()))
                .setChannel(Words.channel(proposal.channel()))
                .setRecommendedAt(proposal.recommendedAt())
                .setTriggerEvidence(proposal.trigger().evidence())
                .setDraft(draft(ask.draft()))
                .setEvidence(proposal.evidence())
                .setReviewFlags(Words.flags(proposal.reviewFlags()))
                .setReasons(reasons(HistoryEntry.of(step).reasons()))
                .setPolicy(policy(proposal.policy()))
                .setPersonal(personal(proposal, ask.draft()))
                .build();
        writeState(ask, event);
        return event;
    }

    /** What only some states have. */
    private static void writeState(Ask ask, AskEvent event) {
        switch (ask) {
            case Ask.Pending pending -> event.setExpiresAt(pending.expiresAt());
            case Ask.Approved approved -> {
                event.setExpiresAt(approved.expiresAt());
                event.setDecision(decision(approved.decision()));
            }
            case Ask.Deferred deferred -> event.setDecision(decision(deferred.decision()));
            case Ask.Declined declined -> event.setDecision(decision(declined.decision()));
            case Ask.Withdrawn _, Ask.Expired _ -> {}
            case Ask.Released released -> writeRelease(event, released, released.decision(), released.releasedAt());
            case Ask.Answered answered -> writeRelease(event, answered, answered.decision(), answered.releasedAt());
        }
    }

    private static void writeRelease(AskEvent event, Ask.Left left, PersonDecision decision, Instant releasedAt) {
        event.setDecision(decision(decision));
        event.setReleasedAt(releasedAt);
        event.setDelivery(DeliveryWriter.of(left.delivery()));
    }

    static AskEvent heldBack(Customer customer, HeldBack heldBack, PolicyStamp policy, String eventId, Instant at) {
        Assessment assessment =
                Objects.requireNonNull(customer.assessment(), "Nothing is held back before an assessment");
        Trigger trigger = heldBack.trigger();
        return AskEvent.newBuilder()
                .setMeta(meta(eventId, at, assessment.correlationId(), assessment.eventId()))
                .setType(AskEventType.opportunity_held_back)
                .setCustomerId(customer.customerId())
                .setOwnerId(customer.ownerId())
                .setMode(Words.readiness(assessment.decision()))
                .setTrigger(Words.trigger(trigger.kind()))
                .setChannel(Words.channel(assessment.profile().channel()))
                .setExpiresAt(trigger.closesAt())
                .setTriggerEvidence(trigger.evidence())
                .setReasons(reasons(heldBack.objections().stream()
                        .map(objection -> objection.reason())
                        .toList()))
                .setRecheckAt(heldBack.recheckAt().orElse(null))
                .setPolicy(policy(policy))
                .build();
    }

    static PendingAsk pending(Ask.Pending ask, String eventId, Instant at) {
        Proposal proposal = ask.proposal();
        return PendingAsk.newBuilder()
                .setMeta(meta(eventId, at, proposal.correlationId(), proposal.causationId()))
                .setAskId(ask.id())
                .setCustomerId(proposal.customerId())
                .setOwnerId(proposal.ownerId())
                .setMode(Words.mode(proposal.mode()))
                .setTrigger(Words.trigger(proposal.trigger().kind()))
                .setChannel(Words.channel(proposal.channel()))
                .setRecommendedAt(proposal.recommendedAt())
                .setExpiresAt(ask.expiresAt())
                .setDraft(draft(ask.draft()))
                .setEvidence(proposal.evidence())
                .setReviewFlags(Words.flags(proposal.reviewFlags()))
                .setPolicy(policy(proposal.policy()))
                .setPersonal(personal(proposal, ask.draft()))
                .build();
    }

    private static @Nullable String cause(AskStep step) {
        return step.kind() == AskStep.Kind.DRAFTED ? step.ask().proposal().causationId() : null;
    }

    private static EventMeta meta(String eventId, Instant at, String correlationId, @Nullable String causationId) {
        return EventMeta.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(at)
                .setRecordedAt(at)
                .setCorrelationId(correlationId)
                .setCausationId(causationId)
                .build();
    }

    private static io.askwell.asks.v1.Draft draft(Draft draft) {
        return io.askwell.asks.v1.Draft.newBuilder()
                .setVersion(draft.version())
                .setTemplate(Words.template(draft.template()))
                .setVariant(draft.variant())
                .setWrittenBy(draft.writtenBy())
                .setTextHash(draft.textHash())
                .build();
    }

    private static io.askwell.asks.v1.PersonDecision decision(PersonDecision decision) {
        return io.askwell.asks.v1.PersonDecision.newBuilder()
                .setBy(decision.by().id())
                .setRole(Words.role(decision.by().role()))
                .setDecision(Words.verdict(decision.verdict()))
                .setReason(decision.reason())
                .setUntil(decision.until())
                .setAt(decision.at())
                .build();
    }

    private static List<io.askwell.event.v1.Reason> reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> io.askwell.event.v1.Reason.newBuilder()
                        .setCode(reason.code())
                        .setEvidence(reason.evidence())
                        .build())
                .toList();
    }

    private static Policy policy(PolicyStamp stamp) {
        return Policy.newBuilder()
                .setVersion(stamp.version())
                .setHash(stamp.hash())
                .build();
    }

    private static AskPersonalData personal(Proposal proposal, Draft draft) {
        return AskPersonalData.newBuilder()
                .setSubject(draft.subject())
                .setBody(draft.body())
                .setContextSummary(proposal.contextSummary())
                .setRecipientName(proposal.recipientName())
                .setRecipientEmail(proposal.recipientEmail())
                .build();
    }
}
