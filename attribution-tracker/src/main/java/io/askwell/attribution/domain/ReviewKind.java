package io.askwell.attribution.domain;

/** Why a referral waits for a person. */
public enum ReviewKind {
    CONFLICT,
    SELF_REFERRAL,
    UNKNOWN_BASIS
}
