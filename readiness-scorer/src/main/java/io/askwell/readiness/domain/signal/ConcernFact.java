package io.askwell.readiness.domain.signal;

/** What weighs on the customer, and when it stopped. Openings and closings pair by their id. */
public sealed interface ConcernFact extends Fact {

    /** @param matters whether its severity is normal or above, which it is when none was given */
    record TicketOpened(String ticketId, boolean matters) implements ConcernFact {}

    record TicketResolved(String ticketId) implements ConcernFact {}

    record ComplaintRaised(String complaintId) implements ConcernFact {}

    record ComplaintResolved(String complaintId) implements ConcernFact {}

    record BillingProblemRaised() implements ConcernFact {}

    record BillingProblemResolved() implements ConcernFact {}

    record DeliveryGapRaised() implements ConcernFact {}

    record DeliveryGapResolved() implements ConcernFact {}

    record UsageDropped() implements ConcernFact {}

    record UsageRecovered() implements ConcernFact {}

    record CancellationConsidered() implements ConcernFact {}

    record CancellationAverted() implements ConcernFact {}

    record FrustrationExpressed() implements ConcernFact {}
}
