package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Approved;
import io.askwell.ask.domain.AskStep.Kind;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.delivery.Delivery;
import io.askwell.ask.domain.delivery.Delivery.Awaited;
import io.askwell.ask.domain.delivery.Delivery.ByOwner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides what becomes of an approved ask once the release fence is behind it, that is, once everything that was accepted
 * before the approval is in what is known of the customer.
 */
public final class Releases {

    private final Objections objections;
    private final Optional<Carrier> carrier;

    /** @param carrier of this site; empty when owners send everything themselves */
    public Releases(AskPolicy policy, Optional<Carrier> carrier) {
        this.objections = new Objections(policy);
        this.carrier = carrier;
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
                .orElseGet(() -> new AskStep(Kind.RELEASED, approved.release(delivery(approved.proposal()), now), now));
    }

    /** Carriers take e-mails with an address; everything else is its owner's to send. */
    private Delivery delivery(Proposal proposal) {
        return switch (proposal.channel()) {
            case EMAIL ->
                proposal.recipientEmail() == null
                        ? new ByOwner()
                        : carrier.<Delivery>map(Awaited::new).orElseGet(ByOwner::new);
            case IN_APP, PHONE, LINKEDIN -> new ByOwner();
        };
    }
}
