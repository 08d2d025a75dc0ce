package io.askwell.ask.domain.customer;

/** Whether the customer agreed to be asked. */
public enum AskConsent {
    GRANTED,
    WITHDRAWN,
    UNKNOWN
}
