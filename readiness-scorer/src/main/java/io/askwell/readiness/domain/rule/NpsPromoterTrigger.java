package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.SatisfactionFact.NpsScored;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A promoter's score, whether or not a lower one came later. */
public record NpsPromoterTrigger(int atLeast, Duration window) implements TriggerRule {

    public NpsPromoterTrigger {
        Demand.nps("atLeast", atLeast);
        Demand.positive("window", window);
    }

    @Override
    public List<Class<? extends Fact>> openedBy() {
        return List.of(NpsScored.class);
    }

    @Override
    public Stream<Trigger> triggers(CustomerSignals signals) {
        return new WindowTrigger<>(Trigger.Kind.NPS_PROMOTER, NpsScored.class, nps -> nps.score() >= atLeast, window)
                .triggers(signals);
    }
}
