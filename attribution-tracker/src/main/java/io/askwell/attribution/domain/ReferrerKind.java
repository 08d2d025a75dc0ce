package io.askwell.attribution.domain;

/** What identifies a referrer, the most telling first: who is known as several of these is named by the first. */
public enum ReferrerKind {
    CUSTOMER,
    PARTNER,
    EMAIL,
    LINK
}
