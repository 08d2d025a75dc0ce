package io.askwell.attribution.domain;

/** How a referral stands for the business. A refund does not undo that the deal was won. */
public enum Disposition {
    OPEN,
    WON,
    LOST,
    UNQUALIFIED
}
