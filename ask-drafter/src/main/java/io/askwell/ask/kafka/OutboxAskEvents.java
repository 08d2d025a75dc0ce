package io.askwell.ask.kafka;

import io.askwell.ask.application.AskEvents;
import io.askwell.ask.domain.Ask.Open;
import io.askwell.ask.domain.Ask.Pending;
import io.askwell.ask.domain.AskStep;
import io.askwell.ask.domain.Customer;
import io.askwell.ask.domain.HeldBack;
import io.askwell.ask.domain.PolicyStamp;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.asks.v1.AskEvent;
import io.askwell.asks.v1.PendingAsk;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.event.CloudEventHeaders;
import io.askwell.transport.outbox.Outbox;
import io.askwell.transport.outbox.OutboxRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Tells by way of the outbox. The queue of pending asks holds a record while an ask is pending, and a tombstone once it is
 * not. The customer's lock, which the caller holds, keeps the order of both topics.
 */
public final class OutboxAskEvents implements AskEvents {

    private static final String SOURCE = "askwell/ask-drafter";

    /** What the queue shows after a step is a fact of its own, with an id of its own. */
    private static final String QUEUE = "/queue";

    private static final String REBUILT = "/rebuilt/";

    private final Outbox outbox;
    private final PolicyStamp policy;
    private final Serializer<AskEvent> events;
    private final Serializer<PendingAsk> queue;

    public OutboxAskEvents(Outbox outbox, AvroSerdes serdes, PolicyStamp policy) {
        this.outbox = outbox;
        this.policy = policy;
        this.events = serdes.serializer(TopicCatalogue.ASKS);
        this.queue = serdes.serializer(TopicCatalogue.PENDING_ASKS);
    }

    @Override
    public void tell(AskStep step, int number) {
        String eventId = step.ask().id() + "/" + number;
        append(step.ask().proposal().customerId(), AskEventWriter.step(step, eventId));
        switch (step.kind()) {
            case DRAFTED, EDITED, REDRAFTED, RETURNED -> queue((Pending) step.ask(), eventId + QUEUE, step.at());
            case APPROVED, DEFERRED, DECLINED, WITHDRAWN, EXPIRED ->
                leaveQueue(step.ask().id(), eventId + QUEUE, step.at());
            case ESCALATED, RELEASED, DELIVERED, ANSWERED -> {}
        }
    }

    /** The id names what was held back and why, since both are told only once. */
    @Override
    public void tell(Customer customer, HeldBack heldBack, Instant at) {
        AskEvent event = AskEventWriter.heldBack(customer, heldBack, policy, heldBackId(customer, heldBack), at);
        append(customer.customerId(), event);
    }

    @Override
    public void tellOwner(Open reassigned, Instant at) {
        if (reassigned instanceof Pending pending) {
            queue(pending, pending.id() + "/owner/" + at + QUEUE, at);
        }
    }

    @Override
    public void queueAgain(Pending ask, Instant at) {
        queue(ask, ask.id() + REBUILT + at + QUEUE, at);
    }

    @Override
    public void removeFromQueue(String askId, Instant at) {
        leaveQueue(askId, askId + REBUILT + at + QUEUE, at);
    }

    private static String heldBackId(Customer customer, HeldBack heldBack) {
        Trigger trigger = heldBack.trigger();
        return "held-back/%s/%s/%s/%s/%s"
                .formatted(
                        customer.customerId(),
                        trigger.kind().name().toLowerCase(Locale.ROOT),
                        trigger.at(),
                        String.join("+", trigger.evidence()),
                        String.join("+", heldBack.codes()));
    }

    private void append(String customerId, AskEvent event) {
        String topic = TopicCatalogue.ASKS.name();
        String type = "referral.ask." + event.getType();
        byte[] value = Objects.requireNonNull(events.serialize(topic, event));
        outbox.append(new OutboxRecord(
                topic,
                customerId,
                value,
                headers(event.getMeta().getEventId(), type, event.getMeta().getRecordedAt())));
    }

    private void queue(Pending ask, String eventId, Instant at) {
        String topic = TopicCatalogue.PENDING_ASKS.name();
        byte[] value = Objects.requireNonNull(queue.serialize(topic, AskEventWriter.pending(ask, eventId, at)));
        outbox.append(new OutboxRecord(topic, ask.id(), value, headers(eventId, "referral.pending_ask.queued", at)));
    }

    private void leaveQueue(String askId, String eventId, Instant at) {
        outbox.append(OutboxRecord.tombstone(
                TopicCatalogue.PENDING_ASKS.name(), askId, headers(eventId, "referral.pending_ask.left", at)));
    }

    private static CloudEventHeaders headers(String eventId, String type, Instant at) {
        return new CloudEventHeaders(eventId, SOURCE, type, at);
    }
}
