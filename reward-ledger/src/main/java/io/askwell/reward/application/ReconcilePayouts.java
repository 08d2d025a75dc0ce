package io.askwell.reward.application;

import io.askwell.reward.domain.payout.ProviderLine;
import io.askwell.reward.domain.payout.Reconciliation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Holds a batch against the provider's file. It only looks: what differs is for people to clear up. */
public final class ReconcilePayouts {

    private final Payouts payouts;

    public ReconcilePayouts(Payouts payouts) {
        this.payouts = payouts;
    }

    /** Empty when there is no such batch. */
    public Optional<Reconciliation> reconcile(UUID batchId, List<ProviderLine> lines) {
        return payouts.find(batchId).map(batch -> Reconciliation.of(batch.items(), lines));
    }
}
