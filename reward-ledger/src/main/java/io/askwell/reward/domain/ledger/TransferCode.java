package io.askwell.reward.domain.ledger;

/** What a transfer is for. */
public enum TransferCode {
    /** Sets the amount of an approved reward aside. Pending until it is posted or voided. */
    REWARD_HOLD,
    /** Posts a hold: the amount is owed. Or settles, out of what is owed, what an earlier clawback wants back. */
    REWARD,
    /** Pays what is owed. */
    PAYOUT,
    /** Gives a hold back. */
    VOID,
    /** Takes back, in full or in part, what was posted and not yet paid. */
    REVERSAL,
    /** Wants back, in full or in part, what was posted and paid. */
    CLAWBACK
}
