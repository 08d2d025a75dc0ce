package io.askwell.reward.http;

import io.askwell.transport.http.Refusal;
import org.jspecify.annotations.Nullable;

/** @param currency in which to pay, as an ISO 4217 code */
record PayoutBatchRequest(@Nullable String currency) {

    String requireCurrency() {
        if (currency == null) {
            throw notCovered();
        }
        return currency;
    }

    static Refusal notCovered() {
        return Refusal.unprocessable("/currency", "a currency for which the program states amounts");
    }
}
