package io.askwell.reward.kafka;

import io.askwell.event.v1.EventMeta;
import io.askwell.event.v1.Policy;
import io.askwell.reward.application.AnchorAnnouncements;
import io.askwell.reward.domain.PolicyStamp;
import io.askwell.reward.domain.ledger.Anchor;
import io.askwell.rewards.v1.LedgerAnchor;
import io.askwell.rewards.v1.RewardEvent;
import io.askwell.rewards.v1.RewardEventType;
import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.event.CloudEventHeaders;
import io.askwell.transport.outbox.Outbox;
import io.askwell.transport.outbox.OutboxRecord;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serializer;

/** Announces anchors of the ledger on the rewards topic, under a key of their own. */
public final class OutboxAnchors implements AnchorAnnouncements {

    /** No referral has it: the ids of referrals are UUIDs. */
    public static final String KEY = "ledger";

    private static final String SOURCE = "askwell/reward-ledger";
    private static final Topic<RewardEvent> REWARDS = TopicCatalogue.REWARDS;

    private final Outbox outbox;
    private final Serializer<RewardEvent> events;
    private final PolicyStamp policy;

    /** @param policy the program under which the ledger runs; every reward event names one */
    public OutboxAnchors(Outbox outbox, Serializer<RewardEvent> events, PolicyStamp policy) {
        this.outbox = outbox;
        this.events = events;
        this.policy = policy;
    }

    @Override
    public void announce(Anchor anchor) {
        RewardEvent event = event(anchor);
        outbox.append(new OutboxRecord(
                REWARDS.name(),
                KEY,
                events.serialize(REWARDS.name(), event),
                new CloudEventHeaders(event.getMeta().getEventId(), SOURCE, "referral.ledger.anchored", anchor.at())));
    }

    /** One link is anchored once, so its position makes the id. */
    private RewardEvent event(Anchor anchor) {
        String id = UUID.nameUUIDFromBytes(("anchor/" + anchor.position()).getBytes(StandardCharsets.UTF_8))
                .toString();
        return RewardEvent.newBuilder()
                .setMeta(EventMeta.newBuilder()
                        .setEventId(id)
                        .setOccurredAt(anchor.at())
                        .setRecordedAt(anchor.at())
                        .setCorrelationId(id)
                        .build())
                .setType(RewardEventType.ledger_anchored)
                .setPolicy(new Policy(policy.version(), policy.hash()))
                .setAnchor(new LedgerAnchor(anchor.position(), anchor.hash()))
                .build();
    }
}
