package io.askwell.ask.domain.draft.wording;

/** Which of the wordings. Which one a customer gets depends on the order. */
public enum Variant {
    A,
    B
}
