package io.askwell.readiness.domain.signal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What weighs on the customer, and when it stopped. Openings and closings pair by their id. */
public sealed interface ConcernFact extends Fact {

    /** @param matters whether its severity is normal or above, which it is when none was given */
    record TicketOpened(String ticketId, boolean matters) implements ConcernFact {}

    /** @param satisfaction with the resolution, 0 to 1 */
    record TicketResolved(String ticketId, @Nullable BigDecimal satisfaction, boolean aboveExpectations)
            implements ConcernFact {}

    record ComplaintRaised(String complaintId) implements ConcernFact {}

    record ComplaintResolved(String complaintId) implements ConcernFact {}

    record BillingProblemRaised(String problemId) implements ConcernFact {}

    record BillingProblemResolved(String problemId) implements ConcernFact {}

    record DeliveryGapRaised(String gapId) implements ConcernFact {}

    record DeliveryGapResolved(String gapId) implements ConcernFact {}

    record UsageDropped() implements ConcernFact {}

    record UsageRecovered() implements ConcernFact {}

    record CancellationConsidered() implements ConcernFact {}

    record CancellationAverted() implements ConcernFact {}

    record FrustrationExpressed() implements ConcernFact {}
}
