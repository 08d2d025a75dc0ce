package io.askwell.local.bench;

import java.util.Optional;

/** What the benchmark of the scorer found. */
public record ScorerResult(Machine machine, long seed, LoadSize size, Comparison comparison, Optional<Slope> slope) {

    public static final double GOAL = 0.5;
    public static final double MOST_LOSS = 0.1;

    public boolean reachesGoal() {
        return comparison.ratio() >= GOAL;
    }

    /** Holds where no slope was measured. */
    public boolean staysLinear() {
        return slope.map(measured -> measured.worstChange() >= -MOST_LOSS).orElse(true);
    }
}
