package io.askwell.ask.application;

import java.time.InstantSource;
import org.springframework.transaction.support.TransactionOperations;

/** Looks at customers for whom time alone may have changed something: a window that closed, a deferral that ended. */
public final class ReviewDueCustomers {

    private static final int MOST_AT_ONCE = 500;

    private final Customers customers;
    private final CustomerReviews reviews;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public ReviewDueCustomers(
            Customers customers, CustomerReviews reviews, TransactionOperations transactions, InstantSource clock) {
        this.customers = customers;
        this.reviews = reviews;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One transaction each. Looking at somebody whom another process has just looked at changes nothing. */
    public void reviewAll() {
        EachByItself.attempt(
                customers.due(clock.instant(), MOST_AT_ONCE),
                customerId -> transactions.executeWithoutResult(
                        _ -> reviews.review(customers.lock(customerId), clock.instant())));
    }
}
