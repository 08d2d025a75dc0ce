package io.askwell.reward.application;

import io.askwell.reward.domain.payout.PayoutBatch;
import io.askwell.reward.domain.payout.PayoutItem;

/** Watches payouts, for the meters. */
public interface PayoutObserver {

    void made(PayoutBatch batch);

    /** @param item with the result that was heard now */
    void heard(PayoutItem item);
}
