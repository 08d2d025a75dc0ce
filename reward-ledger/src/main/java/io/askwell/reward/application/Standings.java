package io.askwell.reward.application;

import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.rule.Standing;

/** What else counts when a referral is judged. */
public interface Standings {

    /** @param currency in which the referral is rewarded */
    Standing of(Referral referral, String program, String currency);
}
