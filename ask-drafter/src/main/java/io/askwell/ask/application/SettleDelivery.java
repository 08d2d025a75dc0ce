package io.askwell.ask.application;

import io.askwell.ask.domain.DeliverySettlement;
import io.askwell.ask.domain.DeliverySettlement.Finding;
import io.askwell.ask.domain.DeliverySettlement.Result;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Carries out what a person found out about a delivery whose outcome nobody knew. */
public final class SettleDelivery {

    private final Customers customers;
    private final Asks asks;
    private final CustomerReviews reviews;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public SettleDelivery(
            Customers customers,
            Asks asks,
            CustomerReviews reviews,
            TransactionOperations transactions,
            InstantSource clock) {
        this.customers = customers;
        this.asks = asks;
        this.reviews = reviews;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Result settle(String askId, Finding finding) {
        Optional<String> customerId = asks.customerOf(askId);
        if (customerId.isEmpty()) {
            return new Result.NoSuchAsk();
        }
        return Objects.requireNonNull(transactions.execute(_ -> settle(customerId.get(), askId, finding)));
    }

    private Result settle(String customerId, String askId, Finding finding) {
        var customer = customers.lock(customerId);
        Instant now = clock.instant();
        Result result = DeliverySettlement.settle(customer, askId, finding, now);
        if (result instanceof Result.Settled settled) {
            reviews.reviewAfter(customer, List.of(settled.step()), now);
        }
        return result;
    }
}
