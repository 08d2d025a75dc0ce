package io.askwell.reward.application;

import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.payout.PayoutBatch;
import io.askwell.reward.domain.payout.PayoutItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every batch, and all that was ever heard of its items. */
public interface Payouts {

    void add(PayoutBatch batch);

    Optional<PayoutBatch> find(UUID batchId);

    /** @param items with the result that was heard now */
    void heard(List<PayoutItem> items, String by, Instant now);

    /**
     * @param after the position of the last one seen, 0 for the start
     * @return in the order in which they were made
     */
    List<Summary> list(long after, int limit);

    /** How many items wait for somebody to ask the provider again. */
    long unknownItems();

    /**
     * A batch without its items.
     *
     * @param items how many there are by status; a status without any is absent
     * @param leftOut how many rewards were payable and are not in it
     */
    record Summary(
            long position,
            UUID batchId,
            String madeBy,
            Instant madeAt,
            Money total,
            Map<PayoutItem.Status, Long> items,
            long leftOut) {}
}
