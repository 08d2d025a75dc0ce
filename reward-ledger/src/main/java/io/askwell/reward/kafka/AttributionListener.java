package io.askwell.reward.kafka;

import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.reward.application.AssessReferral;
import io.askwell.reward.application.Cause;
import io.askwell.transport.inbox.Inbox;
import io.askwell.transport.kafka.PoisonRecordException;
import io.askwell.transport.kafka.RecordHandler;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads every step of every referral. */
public final class AttributionListener implements RecordHandler<AttributionEvent> {

    public static final String GROUP = "reward-ledger.attributions";

    private final Inbox inbox;
    private final AssessReferral assessReferral;
    private final InstantSource clock;

    public AttributionListener(Inbox inbox, AssessReferral assessReferral, InstantSource clock) {
        this.inbox = inbox;
        this.assessReferral = assessReferral;
        this.clock = clock;
    }

    @Override
    public void handle(ConsumerRecord<String, @Nullable AttributionEvent> record) {
        AttributionEvent event = record.value();
        if (event == null) {
            throw new PoisonRecordException("no_value", "An attribution event has a value");
        }
        // Under another key the events of this referral would come out of order.
        if (!event.getReferralId().equals(record.key())) {
            throw new PoisonRecordException("wrong_key", "The key is not the referral of the event");
        }
        if (inbox.firstSeen(GROUP, event.getMeta().getEventId())) {
            Cause cause = new Cause(
                    event.getMeta().getOccurredAt(),
                    clock.instant(),
                    event.getMeta().getEventId());
            assessReferral.assess(
                    ReferralMapper.referral(event), event.getMeta().getRecordedAt(), cause);
        }
    }
}
