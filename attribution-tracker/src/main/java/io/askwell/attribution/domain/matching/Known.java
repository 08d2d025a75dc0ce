package io.askwell.attribution.domain.matching;

/** What rules say of two records before anything is weighed. */
public enum Known {
    ONE,
    TWO,
    OPEN
}
