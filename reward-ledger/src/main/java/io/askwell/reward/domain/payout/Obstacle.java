package io.askwell.reward.domain.payout;

/** Why a payable reward is in no batch for now. */
public enum Obstacle {
    /** Who approves a reward does not pay it. */
    APPROVED_BY_MAKER,
    DISPUTED,
    OPEN_REVIEW,
    /** The referral has lost the credit that it had, and nobody has another. */
    NOBODY_CREDITED,
    /** Its form is paid only to somebody whose tax details are on file. */
    TAX_DETAILS_MISSING,
    /** What is left for the beneficiary is less than a payment is worth. */
    BELOW_MINIMUM
}
