package io.askwell.ask.application;

import io.askwell.ask.domain.customer.AskingSignal;
import java.time.InstantSource;

/** Adds a signal about asking to what is known of a customer. Demands a transaction. */
public final class ApplyAskingSignal {

    private final Customers customers;
    private final CustomerReviews reviews;
    private final InstantSource clock;

    public ApplyAskingSignal(Customers customers, CustomerReviews reviews, InstantSource clock) {
        this.customers = customers;
        this.reviews = reviews;
        this.clock = clock;
    }

    public void apply(String customerId, AskingSignal signal) {
        var customer = customers.lock(customerId);
        customer.signals().with(signal).ifPresent(signals -> {
            customers.saveSignal(customerId, signal);
            reviews.review(customer.with(signals), clock.instant());
        });
    }
}
