package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.ConcernFact.TicketResolved;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A ticket was resolved better than expected.
 *
 * @param satisfaction from which satisfaction on, 0 to 1, that is so even if nobody said it
 */
public record SupportWinTrigger(BigDecimal satisfaction, Duration window) implements TriggerRule {

    public SupportWinTrigger {
        Demand.share("satisfaction", satisfaction);
        Demand.positive("window", window);
    }

    @Override
    public List<Class<? extends Fact>> openedBy() {
        return List.of(TicketResolved.class);
    }

    @Override
    public Stream<Trigger> triggers(CustomerSignals signals) {
        return new WindowTrigger<>(Trigger.Kind.SUPPORT_WIN, TicketResolved.class, this::isWin, window)
                .triggers(signals);
    }

    private boolean isWin(TicketResolved resolved) {
        return resolved.aboveExpectations()
                || (resolved.satisfaction() != null && resolved.satisfaction().compareTo(satisfaction) >= 0);
    }
}
