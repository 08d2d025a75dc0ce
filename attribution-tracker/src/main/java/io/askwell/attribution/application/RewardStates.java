package io.askwell.attribution.application;

import java.time.Instant;

/** What the reward ledger says of each reward. Takes part in the transaction of its caller. */
public interface RewardStates {

    /**
     * Keeps the state unless a later one is known.
     *
     * @param settled whether nothing may come of the reward any more
     */
    void keep(String rewardId, String referralId, boolean approvedOrPaid, boolean settled, Instant recordedAt);
}
