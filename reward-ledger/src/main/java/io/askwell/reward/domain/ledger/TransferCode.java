package io.askwell.reward.domain.ledger;

/** What a transfer is for. */
public enum TransferCode {
    /** Sets the amount of an approved reward aside. Pending until it is posted or voided. */
    REWARD_HOLD,
    /** Posts a hold: the amount is owed. */
    REWARD,
    /** Gives a hold back. */
    VOID,
    /** Takes back what was posted. */
    REVERSAL
}
