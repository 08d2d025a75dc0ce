package io.askwell.reward.http;

import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.payout.PayoutItem;
import io.askwell.reward.domain.payout.ProviderLine;
import io.askwell.reward.domain.payout.Reconciliation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch beside the provider's file.
 *
 * @param matched how many items both sides tell alike
 */
record ReconciliationView(int matched, List<DifferenceView> differences) {

    /**
     * @param kind missing_at_provider, unknown_at_ledger, amount_differs, status_differs, reference_differs or paid_twice
     * @param rewardId null where the batch has no such item, and so has ledger
     * @param provider every line under that key
     */
    record DifferenceView(
            String kind,
            UUID itemKey,
            @Nullable UUID rewardId,
            @Nullable SideView ledger,
            List<SideView> provider) {

        static DifferenceView of(Reconciliation.Difference difference) {
            PayoutItem item = difference.ledger();
            return new DifferenceView(
                    Word.of(difference.kind()),
                    difference.itemKey(),
                    item == null ? null : item.rewardId(),
                    item == null ? null : SideView.of(item),
                    difference.provider().stream().map(SideView::of).toList());
        }
    }

    record SideView(
            MoneyView amount, String status, @Nullable String providerRef) {

        static SideView of(PayoutItem item) {
            return new SideView(
                    MoneyView.of(item.amount()),
                    Word.of(item.status()),
                    item.result() == null ? null : item.result().providerRef());
        }

        static SideView of(ProviderLine line) {
            return new SideView(MoneyView.of(line.amount()), Word.of(line.status()), line.providerRef());
        }
    }

    static ReconciliationView of(Reconciliation reconciliation) {
        return new ReconciliationView(
                reconciliation.matched(),
                reconciliation.differences().stream().map(DifferenceView::of).toList());
    }
}
