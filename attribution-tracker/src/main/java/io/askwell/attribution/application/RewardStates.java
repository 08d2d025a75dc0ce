package io.askwell.attribution.application;

import java.time.Instant;

/** What the reward ledger says of each reward. Takes part in the transaction of its caller. */
public interface RewardStates {

    /**
     * Keeps the state unless a later one is known.
     *
     * @param unpaid whether it may still be decided otherwise without taking money back
     */
    void keep(String rewardId, String referralId, boolean approvedOrPaid, boolean unpaid, Instant recordedAt);
}
