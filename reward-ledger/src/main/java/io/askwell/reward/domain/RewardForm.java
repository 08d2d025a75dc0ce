package io.askwell.reward.domain;

/** In which form a reward is given. */
public enum RewardForm {
    CREDIT,
    CASH,
    GIFT_CARD,
    DONATION,
    FEATURE,
    ACCESS,
    /** A thank-you in public. It is worth no money, so nothing is booked and nothing paid. */
    RECOGNITION;

    public boolean isMoney() {
        return this != RECOGNITION;
    }
}
