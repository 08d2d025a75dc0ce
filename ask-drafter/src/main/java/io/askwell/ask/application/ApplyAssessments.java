package io.askwell.ask.application;

import io.askwell.ask.application.Customers.Assessed;
import io.askwell.ask.domain.Customer;
import io.askwell.ask.domain.Review;
import io.askwell.ask.domain.customer.Assessment;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Takes over what the scorer says about customers, those of one transaction together. */
public final class ApplyAssessments {

    private final Customers customers;
    private final CustomerReviews reviews;
    private final InstantSource clock;

    public ApplyAssessments(Customers customers, CustomerReviews reviews, InstantSource clock) {
        this.customers = customers;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** Demands a transaction, and waits for the locks of these customers. */
    public Together about(Collection<String> customerIds) {
        return new Together(customers.lockAll(customerIds));
    }

    /** Customers whose locks are held, each as it is known after what was applied so far. */
    public final class Together {

        private final Map<String, Customer> known;
        private final Map<String, Assessed> assessed = new LinkedHashMap<>();

        private Together(Map<String, Customer> known) {
            this.known = new LinkedHashMap<>(known);
        }

        /** Looks at the customer under this assessment, and keeps and tells whatever comes of it. */
        public void apply(String customerId, Assessment assessment) {
            Customer customer = Objects.requireNonNull(known.get(customerId), "a customer whose lock is held");
            Review review = reviews.keepAndTell(customer.assessed(assessment), clock.instant());
            known.put(customerId, review.customer());
            assessed.put(customerId, new Assessed(customerId, assessment, review.lookAgainAt()));
        }

        /** Writes down the latest assessment of each. */
        public void save() {
            customers.saveAssessed(assessed.values());
        }
    }
}
