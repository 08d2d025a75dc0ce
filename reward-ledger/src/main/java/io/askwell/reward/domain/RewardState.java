package io.askwell.reward.domain;

/** The names of the states in which this ledger holds rewards. */
public enum RewardState {
    NOT_ELIGIBLE,
    AWAITING_APPROVAL,
    APPROVED,
    PAYABLE,
    REJECTED,
    VOIDED
}
