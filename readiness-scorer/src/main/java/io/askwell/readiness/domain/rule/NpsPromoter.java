package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.SatisfactionFact.NpsScored;
import io.askwell.readiness.domain.signal.Signal;
import java.util.List;

/** The latest NPS is a promoter's. */
public record NpsPromoter(int points, int atLeast) implements ScoreRule {

    private static final List<Class<? extends Fact>> EARNED_BY = List.of(NpsScored.class);

    public NpsPromoter {
        Demand.points(points);
        Demand.nps("atLeast", atLeast);
    }

    @Override
    public String name() {
        return "nps_promoter";
    }

    @Override
    public List<Class<? extends Fact>> earnedBy() {
        return EARNED_BY;
    }

    @Override
    public List<Timed<Signal<?>>> earnings(CustomerSignals signals) {
        return ScoreRule.latest(NpsScored.class, signals, nps -> nps.score() >= atLeast);
    }
}
