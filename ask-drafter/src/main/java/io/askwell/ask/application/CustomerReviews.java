package io.askwell.ask.application;

import io.askwell.ask.domain.AskStep;
import io.askwell.ask.domain.Customer;
import io.askwell.ask.domain.Drafter;
import io.askwell.ask.domain.HeldBack;
import io.askwell.ask.domain.Review;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Assessment.SignalPosition;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Looks at a customer whose lock is held, and keeps and tells whatever comes of it. */
public final class CustomerReviews {

    private final Drafter drafter;
    private final Supplier<String> newAskIds;
    private final Customers customers;
    private final Asks asks;
    private final HeldBackOpportunities opportunities;
    private final SignalProgress progress;
    private final AskEvents events;
    private final AskObserver observer;

    public CustomerReviews(
            Drafter drafter,
            Supplier<String> newAskIds,
            Customers customers,
            Asks asks,
            HeldBackOpportunities opportunities,
            SignalProgress progress,
            AskEvents events,
            AskObserver observer) {
        this.drafter = drafter;
        this.newAskIds = newAskIds;
        this.customers = customers;
        this.asks = asks;
        this.opportunities = opportunities;
        this.progress = progress;
        this.events = events;
        this.observer = observer;
    }

    void review(Customer customer, Instant now) {
        Review review = keepAndTell(customer, now);
        customers.lookAgainAt(customer.customerId(), review.lookAgainAt());
    }

    /** When to look again is left to the caller to write down. */
    Review keepAndTell(Customer customer, Instant now) {
        Review review = drafter.review(customer, hasAppliedItsSignals(customer), newAskIds.get(), now);
        review.reassigned().ifPresent(ask -> {
            asks.saveOwner(ask);
            events.tellOwner(ask, now);
        });
        review.steps().forEach(this::keep);
        for (HeldBack heldBack : review.heldBack()) {
            if (opportunities.isNew(customer.customerId(), heldBack)) {
                events.tell(review.customer(), heldBack, now);
                observer.heldBack(heldBack);
            }
        }
        return review;
    }

    /** Keeps steps that were decided elsewhere, then looks at the customer as known after them. */
    void reviewAfter(Customer customer, List<AskStep> steps, Instant now) {
        steps.forEach(this::keep);
        Customer known = customer;
        for (AskStep step : steps) {
            known = known.after(step.ask());
        }
        review(known, now);
    }

    private void keep(AskStep step) {
        events.tell(step, asks.save(step));
        observer.stepTaken(step);
    }

    /** An assessment that does not say how far it reaches is as good as any other; one that opens nothing can wait for none. */
    private boolean hasAppliedItsSignals(Customer customer) {
        Assessment latest = customer.assessment();
        if (latest == null || !customer.mayBeAsked()) {
            return true;
        }
        SignalPosition covered = latest.coveredThrough();
        return covered == null || progress.hasApplied(covered);
    }
}
