package io.askwell.ask.domain.customer;

/** How a customer prefers to be contacted. */
public enum Channel {
    EMAIL,
    IN_APP,
    PHONE,
    LINKEDIN
}
