package io.askwell.ask.domain.customer;

/** What the scorer advises, the readiest first. */
public enum Readiness {
    ASK_NOW,
    SOFT_MENTION,
    WAIT,
    HOLD;

    public boolean isAtLeast(Readiness other) {
        return compareTo(other) <= 0;
    }
}
