package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.ConcernFact.BillingProblemRaised;
import io.askwell.readiness.domain.signal.ConcernFact.BillingProblemResolved;
import io.askwell.readiness.domain.signal.ConcernFact.CancellationAverted;
import io.askwell.readiness.domain.signal.ConcernFact.CancellationConsidered;
import io.askwell.readiness.domain.signal.ConcernFact.ComplaintRaised;
import io.askwell.readiness.domain.signal.ConcernFact.ComplaintResolved;
import io.askwell.readiness.domain.signal.ConcernFact.DeliveryGapRaised;
import io.askwell.readiness.domain.signal.ConcernFact.DeliveryGapResolved;
import io.askwell.readiness.domain.signal.ConcernFact.TicketOpened;
import io.askwell.readiness.domain.signal.ConcernFact.TicketResolved;
import io.askwell.readiness.domain.signal.ConcernFact.UsageDropped;
import io.askwell.readiness.domain.signal.ConcernFact.UsageRecovered;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What blocks asking.
 *
 * @param complaintAfter how long a complaint still blocks after it was resolved
 * @param cancellationAfter how long the thought of leaving still blocks after it was averted
 * @param frustrationLasts how long frustration blocks
 * @param detractorAtMost the highest NPS, 0 to 10, that blocks
 * @param requireConsent whether a customer of whom no consent is known is held
 */
public record ConcernRules(
        Duration complaintAfter,
        Duration cancellationAfter,
        Duration frustrationLasts,
        int detractorAtMost,
        boolean requireConsent) {

    /** There is one usage and one contract to a customer, so these openings and closings need no id to pair. */
    private static final String ONLY_ONE = "";

    public ConcernRules {
        Demand.positive("complaintAfter", complaintAfter);
        Demand.positive("cancellationAfter", cancellationAfter);
        Demand.positive("frustrationLasts", frustrationLasts);
        Demand.nps("detractorAtMost", detractorAtMost);
    }

    /** In the order in which concerns are listed. */
    public List<ConcernRule> inOrder() {
        List<ConcernRule> always = List.of(
                new PairedConcern<>(
                        Concern.Kind.TICKET,
                        TicketOpened.class,
                        TicketOpened::ticketId,
                        TicketOpened::matters,
                        TicketResolved.class,
                        TicketResolved::ticketId,
                        Duration.ZERO),
                new PairedConcern<>(
                        Concern.Kind.COMPLAINT,
                        ComplaintRaised.class,
                        ComplaintRaised::complaintId,
                        _ -> true,
                        ComplaintResolved.class,
                        ComplaintResolved::complaintId,
                        complaintAfter),
                new PairedConcern<>(
                        Concern.Kind.BILLING_PROBLEM,
                        BillingProblemRaised.class,
                        BillingProblemRaised::problemId,
                        _ -> true,
                        BillingProblemResolved.class,
                        BillingProblemResolved::problemId,
                        Duration.ZERO),
                new PairedConcern<>(
                        Concern.Kind.DELIVERY_GAP,
                        DeliveryGapRaised.class,
                        DeliveryGapRaised::gapId,
                        _ -> true,
                        DeliveryGapResolved.class,
                        DeliveryGapResolved::gapId,
                        Duration.ZERO),
                new PairedConcern<>(
                        Concern.Kind.CANCELLATION_CONSIDERED,
                        CancellationConsidered.class,
                        _ -> ONLY_ONE,
                        _ -> true,
                        CancellationAverted.class,
                        _ -> ONLY_ONE,
                        cancellationAfter),
                new PairedConcern<>(
                        Concern.Kind.USAGE_DROPPED,
                        UsageDropped.class,
                        _ -> ONLY_ONE,
                        _ -> true,
                        UsageRecovered.class,
                        _ -> ONLY_ONE,
                        Duration.ZERO),
                new AccountAtRisk(),
                new Frustration(frustrationLasts),
                new Detractor(detractorAtMost),
                new ConsentWithdrawn());
        return requireConsent
                ? Stream.concat(always.stream(), Stream.of(new ConsentUnclear()))
                        .toList()
                : always;
    }
}
