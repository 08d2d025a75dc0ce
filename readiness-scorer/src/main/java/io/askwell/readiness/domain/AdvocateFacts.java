package io.askwell.readiness.domain;

import io.askwell.readiness.domain.signal.ConcernFact.TicketResolved;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Profile;
import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import io.askwell.readiness.domain.signal.SatisfactionFact.NpsScored;
import io.askwell.readiness.domain.signal.SatisfactionFact.SocialMention;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.ValueFact.UsageReported;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the advocate score of a customer depends on, but the time.
 *
 * @param live whether any signal of the customer counts
 * @param nps the latest, 0 to 10
 * @param ticketSatisfactions 0 to 1, of the last resolved tickets that carry one, latest first
 * @param usagePercentile the latest, 0 to 100
 * @param praisedAt when the newest positive social mentions occurred, latest first
 */
public record AdvocateFacts(
        boolean live,
        @Nullable Integer nps,
        List<BigDecimal> ticketSatisfactions,
        @Nullable BigDecimal usagePercentile,
        @Nullable Instant signedUpAt,
        List<Instant> praisedAt) {

    /** Of a customer of whom nothing counts. */
    public static final AdvocateFacts NONE = new AdvocateFacts(false, null, List.of(), null, null, List.of());

    private static final int LAST_TICKETS = 10;

    public AdvocateFacts {
        ticketSatisfactions = List.copyOf(ticketSatisfactions);
        praisedAt = List.copyOf(praisedAt);
    }

    public static AdvocateFacts of(CustomerSignals signals) {
        List<Signal<NpsScored>> nps = signals.of(NpsScored.class);
        List<Signal<UsageReported>> usage = signals.of(UsageReported.class);
        return new AdvocateFacts(
                !signals.all().isEmpty(),
                nps.isEmpty() ? null : nps.getFirst().fact().score(),
                lastSatisfactions(signals.of(TicketResolved.class)),
                usage.isEmpty()
                        ? null
                        : BigDecimal.valueOf(usage.getFirst().fact().percentile()),
                Profile.of(signals).valueOf(CustomerUpdated::signedUpAt),
                lastPraise(signals.of(SocialMention.class, SocialMention::positive)));
    }

    private static List<BigDecimal> lastSatisfactions(List<Signal<TicketResolved>> latestFirst) {
        List<BigDecimal> satisfactions = new ArrayList<>();
        for (Signal<TicketResolved> resolved : latestFirst) {
            var satisfaction = resolved.fact().satisfaction();
            if (satisfaction != null && satisfactions.size() < LAST_TICKETS) {
                satisfactions.add(satisfaction);
            }
        }
        return satisfactions;
    }

    private static List<Instant> lastPraise(List<Signal<SocialMention>> latestFirst) {
        List<Instant> praisedAt = new ArrayList<>();
        for (Signal<SocialMention> praise : latestFirst) {
            if (praisedAt.size() < AdvocateScore.MENTIONS_THAT_MATTER) {
                praisedAt.add(praise.occurredAt());
            }
        }
        return praisedAt;
    }
}
