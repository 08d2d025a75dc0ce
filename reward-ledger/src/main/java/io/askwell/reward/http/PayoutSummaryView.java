package io.askwell.reward.http;

import io.askwell.reward.application.Payouts;
import io.askwell.reward.domain.payout.PayoutItem.Status;
import java.time.Instant;
import java.util.UUID;

/**
 * A batch in the list of batches.
 *
 * @param leftOut how many rewards were payable and are not in it
 */
record PayoutSummaryView(
        UUID batchId, String currency, String madeBy, Instant madeAt, MoneyView total, Counts items, long leftOut) {

    /** How many items have which status. */
    record Counts(long open, long paid, long failed, long unknown) {}

    static PayoutSummaryView of(Payouts.Summary batch) {
        return new PayoutSummaryView(
                batch.batchId(),
                batch.total().currency(),
                batch.madeBy(),
                batch.madeAt(),
                MoneyView.of(batch.total()),
                new Counts(
                        count(batch, Status.OPEN),
                        count(batch, Status.PAID),
                        count(batch, Status.FAILED),
                        count(batch, Status.UNKNOWN)),
                batch.leftOut());
    }

    private static long count(Payouts.Summary batch, Status status) {
        return batch.items().getOrDefault(status, 0L);
    }
}
