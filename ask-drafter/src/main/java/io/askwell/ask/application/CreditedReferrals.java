package io.askwell.ask.application;

import org.jspecify.annotations.Nullable;

/** What became of referrals, for the histories of the customers who gave them. */
public interface CreditedReferrals {

    /**
     * Demands a transaction. What is said of a referral takes the place of what was said before.
     *
     * @param customerId who is credited; null when no customer is, or when the referral lives on in another one
     * @param converted whether the deal was won
     */
    void keep(String referralId, @Nullable String customerId, boolean converted);

    Count of(String customerId);

    /** @param converted those of the given that were won */
    record Count(int given, int converted) {}
}
