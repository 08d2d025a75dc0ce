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
import java.util.List;
import java.util.Objects;
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
        return new AdvocateFacts(
                !signals.all().isEmpty(),
                signals.latest(NpsScored.class).map(nps -> nps.fact().score()).orElse(null),
                signals.of(TicketResolved.class).stream()
                        .map(resolved -> resolved.fact().satisfaction())
                        .filter(Objects::nonNull)
                        .limit(LAST_TICKETS)
                        .toList(),
                signals.latest(UsageReported.class)
                        .map(usage -> BigDecimal.valueOf(usage.fact().percentile()))
                        .orElse(null),
                Profile.of(signals).valueOf(CustomerUpdated::signedUpAt),
                signals.of(SocialMention.class).stream()
                        .filter(mention -> mention.fact().positive())
                        .map(Signal::occurredAt)
                        .limit(AdvocateScore.MENTIONS_THAT_MATTER)
                        .toList());
    }
}
