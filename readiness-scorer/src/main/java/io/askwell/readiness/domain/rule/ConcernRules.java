package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.ConcernFact.ComplaintRaised;
import io.askwell.readiness.domain.signal.ConcernFact.ComplaintResolved;
import io.askwell.readiness.domain.signal.ConcernFact.TicketOpened;
import io.askwell.readiness.domain.signal.ConcernFact.TicketResolved;
import java.time.Duration;
import java.util.List;

/**
 * What blocks asking.
 *
 * @param complaintAfter how long a complaint still blocks after it was resolved
 */
public record ConcernRules(Duration complaintAfter) {

    public ConcernRules {
        Demand.positive(complaintAfter);
    }

    /** In the order in which concerns are listed. */
    public List<ConcernRule> inOrder() {
        return List.of(
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
                        complaintAfter));
    }
}
