package io.askwell.reward.application;

import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.rule.Standing;
import java.time.Instant;

/** What else counts when a referral is judged. */
public interface Standings {

    /** @param currency in which the referral is rewarded */
    Standing of(Referral referral, String program, String currency);

    /** What the program has promised to anybody for wins of the calendar quarter, UTC, in which the moment lies. Minor units. */
    long committedInQuarter(String program, String currency, Instant moment);
}
