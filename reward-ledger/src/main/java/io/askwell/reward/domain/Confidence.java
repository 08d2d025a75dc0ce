package io.askwell.reward.domain;

/** How sure the attribution is, from the least to the most. */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH,
    CONFIRMED;

    public boolean isAtLeast(Confidence other) {
        return compareTo(other) >= 0;
    }
}
