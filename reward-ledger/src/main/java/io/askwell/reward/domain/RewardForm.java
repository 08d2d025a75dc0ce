package io.askwell.reward.domain;

/** In which form a reward is given. */
public enum RewardForm {
    CREDIT
}
