package io.askwell.ask.application;

import io.askwell.ask.domain.DecisionResult;
import io.askwell.ask.domain.DecisionResult.Decided;
import io.askwell.ask.domain.DecisionResult.NoSuchAsk;
import io.askwell.ask.domain.OwnerCommand;
import io.askwell.ask.domain.OwnerDecisions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Carries out what a person decided about an ask. Of two who decide at once, one is first and the other is told so. */
public final class DecideOnAsk {

    private final OwnerDecisions decisions;
    private final Customers customers;
    private final Asks asks;
    private final CustomerReviews reviews;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public DecideOnAsk(
            OwnerDecisions decisions,
            Customers customers,
            Asks asks,
            CustomerReviews reviews,
            TransactionOperations transactions,
            InstantSource clock) {
        this.decisions = decisions;
        this.customers = customers;
        this.asks = asks;
        this.reviews = reviews;
        this.transactions = transactions;
        this.clock = clock;
    }

    public DecisionResult decide(String askId, OwnerCommand command) {
        Optional<String> customerId = asks.customerOf(askId);
        if (customerId.isEmpty()) {
            return new NoSuchAsk();
        }
        return Objects.requireNonNull(transactions.execute(_ -> decide(customerId.get(), askId, command)));
    }

    /** The clock is read under the lock: whoever waited for it decides as of when the wait was over. */
    private DecisionResult decide(String customerId, String askId, OwnerCommand command) {
        var customer = customers.lock(customerId);
        Instant now = clock.instant();
        DecisionResult result = decisions.decide(customer, askId, command, now);
        if (result instanceof Decided decided) {
            reviews.reviewAfter(customer, decided.steps(), now);
        }
        return result;
    }
}
