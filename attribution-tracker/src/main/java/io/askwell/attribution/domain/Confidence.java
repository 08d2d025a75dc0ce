package io.askwell.attribution.domain;

/** How sure an attribution is. CONFIRMED: a person ruled. DISPUTED: nobody is credited until one does. */
public enum Confidence {
    CONFIRMED,
    HIGH,
    MEDIUM,
    LOW,
    DISPUTED
}
