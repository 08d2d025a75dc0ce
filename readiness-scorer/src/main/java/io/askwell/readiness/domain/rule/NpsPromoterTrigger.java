package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.SatisfactionFact.NpsScored;
import java.time.Duration;

/** A promoter's score, whether or not a lower one came later. */
public record NpsPromoterTrigger(int atLeast, Duration window) {

    public NpsPromoterTrigger {
        Demand.nps("atLeast", atLeast);
        Demand.positive("window", window);
    }

    TriggerRule rule() {
        return new WindowTrigger<>(Trigger.Kind.NPS_PROMOTER, NpsScored.class, nps -> nps.score() >= atLeast, window);
    }
}
