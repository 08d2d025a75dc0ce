package io.askwell.ask.application;

import io.askwell.ask.domain.AskStep;
import io.askwell.ask.domain.Customer;
import io.askwell.ask.domain.Dispatching;
import io.askwell.ask.domain.Dispatching.Next;
import io.askwell.ask.domain.Dispatching.Outcome;
import io.askwell.ask.domain.delivery.Dispatch;
import io.askwell.ask.domain.delivery.Handover;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hands released asks to the carrier of this site, each at most once. That a sender is at one is committed before the
 * network is touched, and what came of it in a transaction of its own; an attempt that nobody reports about is never
 * repeated but goes to a person.
 */
public final class DeliverReleasedAsks {

    /** What a lease has beyond the time limit of a send: for the commit before it, and for clocks that differ. */
    static final Duration LEASE_MARGIN = Duration.ofSeconds(30);

    private static final int MOST_AT_ONCE = 8;

    /** What the first transaction came to. */
    private sealed interface Prepared {

        record Claimed(Dispatch dispatch, Letter letter, Instant leaseUntil) implements Prepared {}

        record Distrusted() implements Prepared {}

        record NothingToSend() implements Prepared {}
    }

    private final Optional<Postbox> postbox;
    private final Dispatches dispatches;
    private final Customers customers;
    private final CustomerReviews reviews;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final Supplier<String> newSenderIds;
    private final Executor sideBySide;

    /** @param postbox empty when owners send everything: then what was left for a carrier ends as out of reach */
    public DeliverReleasedAsks(
            Optional<Postbox> postbox,
            Dispatches dispatches,
            Customers customers,
            CustomerReviews reviews,
            TransactionOperations transactions,
            InstantSource clock,
            Supplier<String> newSenderIds,
            Executor sideBySide) {
        this.postbox = postbox;
        this.dispatches = dispatches;
        this.customers = customers;
        this.reviews = reviews;
        this.transactions = transactions;
        this.clock = clock;
        this.newSenderIds = newSenderIds;
        this.sideBySide = sideBySide;
    }

    /** Returns once every attempt that it began has ended. */
    public void deliverAll() {
        List<CompletableFuture<Void>> deliveries = dispatches.due(clock.instant(), MOST_AT_ONCE).stream()
                .map(due -> CompletableFuture.runAsync(() -> deliver(due), sideBySide))
                .toList();
        EachByItself.attempt(deliveries, CompletableFuture::join);
    }

    private void deliver(Dispatch due) {
        String sender = newSenderIds.get();
        switch (Objects.requireNonNull(transactions.execute(_ -> prepare(due, sender)))) {
            case Prepared.Claimed claimed -> {
                Handover handover = hand(claimed);
                transactions.executeWithoutResult(_ -> conclude(claimed.dispatch(), handover, sender));
            }
            case Prepared.Distrusted _ ->
                throw new IllegalStateException(
                        "The text of ask " + due.askId() + " is not the one that was approved; it is not sent");
            case Prepared.NothingToSend _ -> {}
        }
    }

    private Prepared prepare(Dispatch due, String sender) {
        Customer customer = customers.lock(due.customerId());
        Instant now = clock.instant();
        return dispatches
                .stillDue(due.askId(), now)
                .map(dispatch -> prepare(dispatch, customer, sender, now))
                .orElseGet(Prepared.NothingToSend::new);
    }

    private Prepared prepare(Dispatch dispatch, Customer customer, String sender, Instant now) {
        return switch (Dispatching.next(dispatch, customer, now)) {
            case Next.Send send -> claim(dispatch, Letter.of(send.ask()), sender, now);
            case Next.Conclude conclude -> {
                end(dispatch, customer, conclude.step(), now);
                yield new Prepared.NothingToSend();
            }
            case Next.Distrust distrust -> {
                end(dispatch, customer, distrust.step(), now);
                yield new Prepared.Distrusted();
            }
            case Next.Drop _ -> {
                dispatches.end(dispatch.askId());
                yield new Prepared.NothingToSend();
            }
        };
    }

    /** A site that changed its carrier leaves what was meant for the former one until it counts as out of reach. */
    private Prepared claim(Dispatch dispatch, Letter letter, String sender, Instant now) {
        return postbox.filter(box -> box.carrier() == dispatch.carrier())
                .<Prepared>map(box -> {
                    Instant leaseUntil = now.plus(box.timeLimit()).plus(LEASE_MARGIN);
                    Dispatch claimed = dispatches.claim(dispatch.askId(), sender, leaseUntil);
                    return new Prepared.Claimed(claimed, letter, leaseUntil);
                })
                .orElseGet(Prepared.NothingToSend::new);
    }

    /** Whoever was held up since the claim, so that the lease may end during the send, does not begin. */
    private Handover hand(Prepared.Claimed claimed) {
        Postbox box = postbox.orElseThrow();
        return clock.instant().plus(box.timeLimit()).isAfter(claimed.leaseUntil())
                ? new Handover.NothingLeft("held_up")
                : box.post(claimed.letter());
    }

    private void conclude(Dispatch dispatch, Handover handover, String sender) {
        Customer customer = customers.lock(dispatch.customerId());
        Instant now = clock.instant();
        switch (Dispatching.after(handover, dispatch, customer, now)) {
            case Outcome.Concluded concluded -> end(dispatch, customer, concluded.step(), now);
            case Outcome.TryAgain later -> dispatches.putBack(dispatch.askId(), sender, later.at());
            case Outcome.TooLate _ ->
                throw new IllegalStateException(
                        "Ask " + dispatch.askId() + " was settled before its sender came back with "
                                + handover.getClass().getSimpleName());
        }
    }

    private void end(Dispatch dispatch, Customer customer, AskStep step, Instant now) {
        dispatches.end(dispatch.askId());
        reviews.reviewAfter(customer, List.of(step), now);
    }
}
