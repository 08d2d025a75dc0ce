package io.askwell.reward.kafka;

import io.askwell.reward.application.Announcements;
import io.askwell.reward.application.Cause;
import io.askwell.reward.domain.Step;
import io.askwell.rewards.v1.PendingReward;
import io.askwell.rewards.v1.RewardEvent;
import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.event.CloudEventHeaders;
import io.askwell.transport.outbox.Outbox;
import io.askwell.transport.outbox.OutboxRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Announces each step on the rewards topic, and keeps the topic of pending rewards equal to the queue that people work on. */
public final class OutboxAnnouncements implements Announcements {

    private static final String SOURCE = "askwell/reward-ledger";
    private static final Topic<RewardEvent> REWARDS = TopicCatalogue.REWARDS;
    private static final Topic<PendingReward> PENDING = TopicCatalogue.PENDING_REWARDS;

    private final Outbox outbox;
    private final Serializer<RewardEvent> events;
    private final Serializer<PendingReward> pending;

    public OutboxAnnouncements(Outbox outbox, Serializer<RewardEvent> events, Serializer<PendingReward> pending) {
        this.outbox = outbox;
        this.events = events;
        this.pending = pending;
    }

    @Override
    public void announce(Step step, Cause cause) {
        RewardEvent event = RewardEvents.event(step, cause);
        outbox.append(new OutboxRecord(
                REWARDS.name(), event.getReferralId(), events.serialize(REWARDS.name(), event), headers(event, "")));
        if (step.joinsTheQueue()) {
            byte[] entry = pending.serialize(PENDING.name(), RewardEvents.pending(step, cause));
            outbox.append(new OutboxRecord(PENDING.name(), event.getRewardId(), entry, headers(event, ".queued")));
        }
        if (step.leavesTheQueue()) {
            outbox.append(OutboxRecord.tombstone(PENDING.name(), event.getRewardId(), headers(event, ".unqueued")));
        }
    }

    /** A record of the queue is a fact of its own beside the step that caused it. */
    private static CloudEventHeaders headers(RewardEvent event, String suffix) {
        String type = "referral." + event.getType().name().replace('_', '.');
        return new CloudEventHeaders(
                event.getMeta().getEventId() + suffix,
                SOURCE,
                type + suffix,
                event.getMeta().getRecordedAt());
    }
}
