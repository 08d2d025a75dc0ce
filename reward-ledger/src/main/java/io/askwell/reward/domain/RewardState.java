package io.askwell.reward.domain;

/** The names of the states in which this ledger holds rewards. */
public enum RewardState {
    NOT_ELIGIBLE,
    AWAITING_APPROVAL,
    APPROVED,
    PAYABLE,
    IN_PAYOUT,
    PAID,
    REJECTED,
    VOIDED,
    CLAWED_BACK;

    /** Whether a reward in this state counts towards tier, cap and budget. */
    public boolean isCommitted() {
        return switch (this) {
            case AWAITING_APPROVAL, APPROVED, PAYABLE, IN_PAYOUT, PAID -> true;
            case NOT_ELIGIBLE, REJECTED, VOIDED, CLAWED_BACK -> false;
        };
    }
}
