package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.CustomerProfile;

/**
 * What else counts when a won referral is judged. Everything but what this referral itself has led to; amounts are in minor
 * units of the currency in which the referral is rewarded, less what refunds took away.
 *
 * @param referrer who is credited
 * @param winsBefore referrals of the same referrer that were won in the twelve months up to this win and rewarded
 * @param rewardedInYearMinor what the referrer was promised for wins of the same calendar year, UTC
 * @param committedInQuarterMinor what the program has promised to anybody for wins of the same calendar quarter, UTC
 */
public record Standing(
        CustomerProfile referrer, int winsBefore, long rewardedInYearMinor, long committedInQuarterMinor) {

    /** Of somebody of whom nothing is known, in a program that has promised nothing. */
    public static final Standing FIRST = new Standing(CustomerProfile.UNKNOWN, 0, 0, 0);
}
