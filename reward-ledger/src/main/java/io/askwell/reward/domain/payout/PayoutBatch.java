package io.askwell.reward.domain.payout;

import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.ledger.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What one person set out to pay at one moment, and what has become of it.
 *
 * @param leftOut what was payable then and is not in it
 */
public record PayoutBatch(
        UUID batchId, String currency, String madeBy, Instant madeAt, List<PayoutItem> items, List<LeftOut> leftOut) {

    public PayoutBatch {
        items = List.copyOf(items);
        leftOut = List.copyOf(leftOut);
    }

    /** @param taken into this batch */
    public static PayoutBatch of(
            UUID batchId,
            String currency,
            String madeBy,
            Instant madeAt,
            List<Reward.InPayout> taken,
            List<LeftOut> leftOut) {
        return new PayoutBatch(
                batchId,
                currency,
                madeBy,
                madeAt,
                taken.stream().map(PayoutItem::of).toList(),
                leftOut);
    }

    /** Of all items, whatever became of them. */
    public Money total() {
        return new Money(
                items.stream().mapToLong(item -> item.amount().amountMinor()).reduce(0, Math::addExact), currency);
    }
}
