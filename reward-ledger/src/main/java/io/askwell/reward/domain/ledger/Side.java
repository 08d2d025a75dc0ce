package io.askwell.reward.domain.ledger;

/** Every transfer has one of each. */
public enum Side {
    DEBIT,
    CREDIT
}
