package io.askwell.ask.application;

import io.askwell.ask.application.Asks.ApprovedAsk;
import io.askwell.ask.application.ReleaseFence.Crossing;
import io.askwell.ask.application.ReleaseFence.Passage;
import io.askwell.ask.domain.Ask.Released;
import io.askwell.ask.domain.Releases;
import io.askwell.ask.domain.delivery.Delivery.Awaited;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes approved asks across the release fence, and releases those that are still allowed behind it. What cannot cross
 * stays approved, says what it waits for, and is tried again, after a restart too.
 */
public final class ReleaseApprovedAsks {

    private final ReleaseFence fence;
    private final Releases releases;
    private final Customers customers;
    private final Asks asks;
    private final CustomerReviews reviews;
    private final Dispatches dispatches;
    private final Duration deliveryPatience;
    private final TransactionOperations transactions;
    private final AskObserver observer;
    private final InstantSource clock;
    private final Executor sideBySide;
    private final Map<Integer, Convoy> underWay = new ConcurrentHashMap<>();

    /**
     * @param deliveryPatience how long after its release an ask may still be handed to a carrier that was out of reach
     * @param sideBySide runs the crossings of several partitions at once, each waiting for the log
     */
    public ReleaseApprovedAsks(
            ReleaseFence fence,
            Releases releases,
            Customers customers,
            Asks asks,
            CustomerReviews reviews,
            Dispatches dispatches,
            Duration deliveryPatience,
            TransactionOperations transactions,
            AskObserver observer,
            InstantSource clock,
            Executor sideBySide) {
        this.fence = fence;
        this.releases = releases;
        this.customers = customers;
        this.asks = asks;
        this.reviews = reviews;
        this.dispatches = dispatches;
        this.deliveryPatience = deliveryPatience;
        this.transactions = transactions;
        this.observer = observer;
        this.clock = clock;
        this.sideBySide = sideBySide;
    }

    /** The asks are read before the fence looks at the log, so it covers what was accepted before each approval. */
    public synchronized void releaseAll() {
        Map<Integer, List<ApprovedAsk>> byPartition =
                asks.approved().stream().collect(Collectors.groupingBy(ask -> fence.partitionOf(ask.customerId())));
        CompletableFuture<?>[] crossings = byPartition.entrySet().stream()
                .map(entry -> CompletableFuture.runAsync(() -> cross(entry.getKey(), entry.getValue()), sideBySide))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(crossings).join();
    }

    /** Who was approved after a convoy had set out waits for the next one, which is not long behind. */
    private void cross(int partition, List<ApprovedAsk> waiting) {
        Convoy convoy = underWay.compute(
                partition, (_, known) -> known != null && known.hasAnyOf(waiting) ? known : setOut(partition, waiting));
        Crossing crossing = convoy.passage().attempt();
        observer.fenceTried(crossing, Duration.between(convoy.setOutAt(), clock.instant()));
        switch (crossing) {
            case Crossing.Passed _ -> {
                underWay.remove(partition);
                EachByItself.attempt(waiting.stream().filter(convoy::has).toList(), this::release);
            }
            case Crossing.Waits waits ->
                asks.saveWaitsFor(waiting.stream().map(ApprovedAsk::askId).toList(), waits.hindrance());
            case Crossing.Elsewhere _ -> underWay.remove(partition);
        }
    }

    private Convoy setOut(int partition, List<ApprovedAsk> waiting) {
        return new Convoy(
                fence.passage(partition),
                clock.instant(),
                waiting.stream().map(ApprovedAsk::askId).collect(Collectors.toUnmodifiableSet()));
    }

    /** Decided from what is known in this transaction, which includes all that was applied before the fence was passed. */
    private void release(ApprovedAsk ask) {
        transactions.executeWithoutResult(_ -> {
            var customer = customers.lock(ask.customerId());
            if (customers.hasUnreadAssessment(ask.customerId())) {
                asks.saveWaitsFor(List.of(ask.askId()), Hindrance.UNREAD_ASSESSMENT);
                return;
            }
            Instant now = clock.instant();
            releases.decide(customer, ask.askId(), now).ifPresent(step -> {
                reviews.reviewAfter(customer, List.of(step), now);
                if (step.ask() instanceof Released released && released.delivery() instanceof Awaited awaited) {
                    dispatches.add(ask.askId(), awaited.carrier(), now.plus(deliveryPatience), now);
                }
            });
        });
    }

    /** Asks that cross together: all were approved before the passage began. */
    private record Convoy(Passage passage, Instant setOutAt, Set<String> askIds) {

        boolean has(ApprovedAsk ask) {
            return askIds.contains(ask.askId());
        }

        boolean hasAnyOf(List<ApprovedAsk> waiting) {
            return waiting.stream().anyMatch(this::has);
        }
    }
}
