package io.askwell.ask.application;

import io.askwell.ask.application.Asks.AskRecord;
import io.askwell.ask.application.Asks.Filter;
import io.askwell.ask.domain.Ask.Pending;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the queue of pending asks what the database says it is: a record for each ask that is pending, a tombstone for each
 * that the topic holds and that is not. Each is written under its customer's lock, so it takes its place among the changes
 * that are made meanwhile. Done again it writes the same again.
 */
public final class RebuildQueue {

    private static final int PAGE = 200;

    private final QueueTopic topic;
    private final Customers customers;
    private final Asks asks;
    private final AskEvents events;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public RebuildQueue(
            QueueTopic topic,
            Customers customers,
            Asks asks,
            AskEvents events,
            TransactionOperations transactions,
            InstantSource clock) {
        this.topic = topic;
        this.customers = customers;
        this.asks = asks;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param queued asks that are pending and were written again
     * @param removed asks that the topic held though they were not pending
     */
    public record Rebuilt(int queued, int removed) {}

    public Rebuilt rebuild() {
        Set<String> published = topic.askIds();
        Instant at = clock.instant();
        int queued = 0;
        String before = null;
        List<AskRecord> page;
        do {
            page = asks.list(new Filter("pending", null, null, null, false), before, PAGE);
            for (AskRecord record : page) {
                queued +=
                        queue(record.ask().proposal().customerId(), record.ask().id(), at) ? 1 : 0;
                before = record.ask().id();
            }
        } while (page.size() == PAGE);
        int removed = 0;
        for (String askId : published) {
            removed += remove(askId, at) ? 1 : 0;
        }
        return new Rebuilt(queued, removed);
    }

    private boolean queue(String customerId, String askId, Instant at) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            Optional<Pending> pending = pending(customerId, askId);
            pending.ifPresent(ask -> events.queueAgain(ask, at));
            return pending.isPresent();
        }));
    }

    /** An ask that the database does not know has no customer to lock, and nobody who could make it pending. */
    private boolean remove(String askId, Instant at) {
        @Nullable String customerId = asks.customerOf(askId).orElse(null);
        return Objects.requireNonNull(transactions.execute(_ -> {
            if (customerId != null && pending(customerId, askId).isPresent()) {
                return false;
            }
            events.removeFromQueue(askId, at);
            return true;
        }));
    }

    private Optional<Pending> pending(String customerId, String askId) {
        return customers
                .lock(customerId)
                .ask(askId)
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast);
    }
}
