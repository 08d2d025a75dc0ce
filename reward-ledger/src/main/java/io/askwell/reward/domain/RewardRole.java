package io.askwell.reward.domain;

/** For which side of a referral a reward is. */
public enum RewardRole {
    REFERRER,
    REFERRED
}
