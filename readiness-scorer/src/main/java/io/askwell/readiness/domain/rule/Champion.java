package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.RelationshipFact.ChampionIdentified;
import io.askwell.readiness.domain.signal.Signal;
import java.util.List;

/** Somebody at the customer speaks for us. */
public record Champion(int points) implements ScoreRule {

    private static final List<Class<? extends Fact>> EARNED_BY = List.of(ChampionIdentified.class);

    public Champion {
        Demand.points(points);
    }

    @Override
    public String name() {
        return "champion";
    }

    @Override
    public List<Class<? extends Fact>> earnedBy() {
        return EARNED_BY;
    }

    @Override
    public List<Timed<Signal<?>>> earnings(CustomerSignals signals) {
        return ScoreRule.always(signals.of(ChampionIdentified.class));
    }
}
