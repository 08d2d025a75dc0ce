package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.ConcernFact.TicketResolved;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * A ticket was resolved better than expected.
 *
 * @param satisfaction from which satisfaction on, 0 to 1, that is so even if nobody said it
 */
public record SupportWinTrigger(BigDecimal satisfaction, Duration window) {

    public SupportWinTrigger {
        Demand.share("satisfaction", satisfaction);
        Demand.positive("window", window);
    }

    TriggerRule rule() {
        return new WindowTrigger<>(Trigger.Kind.SUPPORT_WIN, TicketResolved.class, this::isWin, window);
    }

    private boolean isWin(TicketResolved resolved) {
        return resolved.aboveExpectations()
                || (resolved.satisfaction() != null && resolved.satisfaction().compareTo(satisfaction) >= 0);
    }
}
