package io.askwell.ask.domain.customer;

/** How a customer answered an ask. */
public enum AskResponse {
    ENTHUSIASTIC_YES,
    HESITANT_MAYBE,
    POLITE_NO,
    REFERRAL_GIVEN
}
