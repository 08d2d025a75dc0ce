package io.askwell.readiness.domain;

/** What is advised for a customer. A band is never {@link #HOLD}. */
public enum Readiness {
    ASK_NOW,
    SOFT_MENTION,
    WAIT,
    HOLD
}
