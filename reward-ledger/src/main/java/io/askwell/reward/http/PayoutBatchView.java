package io.askwell.reward.http;

import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.payout.LeftOut;
import io.askwell.reward.domain.payout.PayoutBatch;
import io.askwell.reward.domain.payout.PayoutItem;
import io.askwell.reward.domain.payout.PayoutResult;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch with all that is known of its items now.
 *
 * @param total of all items, whatever became of them
 * @param leftOut what was payable when it was made and is not in it
 */
record PayoutBatchView(
        UUID batchId,
        String currency,
        String madeBy,
        Instant madeAt,
        MoneyView total,
        List<ItemView> items,
        List<LeftOutView> leftOut) {

    /**
     * @param itemKey the idempotency key of the payment at the provider, the same however often it is asked
     * @param status open, paid, failed or unknown
     */
    record ItemView(
            UUID rewardId,
            String referralId,
            RewardView.PartyView beneficiary,
            String form,
            MoneyView amount,
            UUID itemKey,
            String status,
            @Nullable String providerRef,
            @Nullable String reason) {

        static ItemView of(PayoutItem item) {
            PayoutResult result = item.result();
            return new ItemView(
                    item.rewardId(),
                    item.referralId(),
                    Objects.requireNonNull(RewardView.PartyView.of(item.beneficiary())),
                    Word.of(item.form()),
                    MoneyView.of(item.amount()),
                    item.itemKey(),
                    Word.of(item.status()),
                    result == null ? null : result.providerRef(),
                    result == null ? null : result.reason());
        }
    }

    record LeftOutView(UUID rewardId, List<String> reasons) {

        static LeftOutView of(LeftOut leftOut) {
            return new LeftOutView(
                    leftOut.rewardId(), leftOut.reasons().stream().map(Word::of).toList());
        }
    }

    static PayoutBatchView of(PayoutBatch batch) {
        return new PayoutBatchView(
                batch.batchId(),
                batch.currency(),
                batch.madeBy(),
                batch.madeAt(),
                MoneyView.of(batch.total()),
                batch.items().stream().map(ItemView::of).toList(),
                batch.leftOut().stream().map(LeftOutView::of).toList());
    }
}
