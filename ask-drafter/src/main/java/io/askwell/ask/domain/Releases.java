package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Approved;
import io.askwell.ask.domain.AskStep.Kind;
import io.askwell.ask.domain.customer.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what becomes of an approved ask once the release fence is behind it, that is, once everything that was accepted
 * before the approval is in what is known of the customer.
 */
public final class Releases {

    private final Objections objections;

    public Releases(AskPolicy policy) {
        this.objections = new Objections(policy);
    }

    /** Empty when the ask is not, or no longer, approved: then there is nothing to release. */
    public Optional<AskStep> decide(Customer customer, String askId, Instant now) {
        return customer.ask(askId)
                .filter(Approved.class::isInstance)
                .map(Approved.class::cast)
                .map(approved -> release(customer, approved, now));
    }

    private AskStep release(Customer customer, Approved approved, Instant now) {
        List<Reason> against = objections.toContinuing(customer, approved, now).stream()
                .map(Objection::reason)
                .toList();
        if (!against.isEmpty()) {
            return new AskStep(Kind.WITHDRAWN, approved.withdraw(against, now), now);
        }
        return Drafter.expire(approved, approved.expiresAt(), now)
                .orElseGet(() -> new AskStep(Kind.RELEASED, approved.release(now), now));
    }
}
