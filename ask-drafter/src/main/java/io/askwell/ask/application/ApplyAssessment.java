package io.askwell.ask.application;

import io.askwell.ask.domain.customer.Assessment;
import java.time.InstantSource;

/** Takes over the scorer's latest word about a customer. Demands a transaction. */
public final class ApplyAssessment {

    private final Customers customers;
    private final CustomerReviews reviews;
    private final InstantSource clock;

    public ApplyAssessment(Customers customers, CustomerReviews reviews, InstantSource clock) {
        this.customers = customers;
        this.reviews = reviews;
        this.clock = clock;
    }

    public void apply(String customerId, Assessment assessment) {
        var customer = customers.lock(customerId);
        customers.saveAssessment(customerId, assessment);
        reviews.review(customer.assessed(assessment), clock.instant());
    }
}
