package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.ValueFact.UsageReported;
import java.util.List;

/**
 * The latest report shows more use than comparable customers make.
 *
 * @param above percentile, 0 to 100, excluded
 */
public record UsageAboveAverage(int points, double above) implements ScoreRule {

    private static final List<Class<? extends Fact>> EARNED_BY = List.of(UsageReported.class);

    public UsageAboveAverage {
        Demand.points(points);
        Demand.that(above >= 0 && above <= 100, "above", "must be a percentile, 0 to 100");
    }

    @Override
    public String name() {
        return "usage_above_average";
    }

    @Override
    public List<Class<? extends Fact>> earnedBy() {
        return EARNED_BY;
    }

    @Override
    public List<Timed<Signal<?>>> earnings(CustomerSignals signals) {
        return ScoreRule.latest(UsageReported.class, signals, usage -> usage.percentile() > above);
    }
}
