package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.SatisfactionFact.CsatScored;
import io.askwell.readiness.domain.signal.SatisfactionFact.FeedbackReceived;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The customer praised us or was satisfied.
 *
 * @param csatShare the part of its scale that counts as satisfied
 */
public record PositiveFeedbackTrigger(BigDecimal csatShare, Duration window) implements TriggerRule {

    public PositiveFeedbackTrigger {
        Demand.share("csatShare", csatShare);
        Demand.positive("window", window);
    }

    @Override
    public List<Class<? extends Fact>> openedBy() {
        return List.of(FeedbackReceived.class, CsatScored.class);
    }

    @Override
    public Stream<Trigger> triggers(CustomerSignals signals) {
        var kind = Trigger.Kind.POSITIVE_FEEDBACK;
        return Stream.of(
                        new WindowTrigger<>(kind, FeedbackReceived.class, FeedbackReceived::positive, window),
                        new WindowTrigger<>(kind, CsatScored.class, csat -> csat.reaches(csatShare), window))
                .flatMap(rule -> rule.triggers(signals));
    }
}
