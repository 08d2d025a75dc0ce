package io.askwell.ask.kafka;

import io.askwell.ask.application.CreditedReferrals;
import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.event.v1.Party;
import io.askwell.event.v1.PartyKind;
import io.askwell.transport.kafka.PoisonRecordException;
import io.askwell.transport.kafka.RecordHandler;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes over what the tracker says of referrals. Nothing that is decided here waits for it. */
public final class ReferralListener implements RecordHandler<AttributionEvent> {

    public static final String GROUP = "ask-drafter.referrals";

    private final CreditedReferrals referrals;

    public ReferralListener(CreditedReferrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public void handle(ConsumerRecord<String, @Nullable AttributionEvent> record) {
        AttributionEvent event = record.value();
        if (event == null) {
            throw new PoisonRecordException("no_value", "An attribution event has a value");
        }
        if (!event.getReferralId().equals(record.key())) {
            throw new PoisonRecordException("key_mismatch", "The key is not the referral of the event");
        }
        referrals.keep(event.getReferralId(), creditedCustomer(event), event.getWonAt() != null);
    }

    private static @Nullable String creditedCustomer(AttributionEvent event) {
        Party credited = event.getAttribution().getReferrer();
        boolean isCustomer = credited != null && credited.getKind() == PartyKind.customer;
        return isCustomer && event.getMergedInto() == null ? credited.getId() : null;
    }
}
