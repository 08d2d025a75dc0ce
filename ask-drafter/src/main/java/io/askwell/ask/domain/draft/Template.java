package io.askwell.ask.domain.draft;

/** The kind of a draft. */
public enum Template {
    DIRECT,
    SOFT
}
