package io.askwell.local.bench;

import java.util.List;

/** What the benchmark of attribution found. */
public record AttributionResult(Machine machine, long seed, AttributionPlan plan, List<AttributionRun> runs) {

    public static final double GOAL = 0.3;

    public double perSecond() {
        return Median.of(runs, AttributionRun::perSecond);
    }

    public double copiedPerSecond() {
        return Median.of(runs, AttributionRun::copiedPerSecond);
    }

    public double allCopiedPerSecond() {
        return Median.of(runs, AttributionRun::allCopiedPerSecond);
    }

    /** The figure of the benchmark: leads resolved in a second against leads of which COPY loads facts, records and keys. */
    public double ratio() {
        return perSecond() / copiedPerSecond();
    }

    /** Against leads of which COPY loads all that the tracker keeps. */
    public double ratioToAll() {
        return perSecond() / allCopiedPerSecond();
    }

    public boolean reachesGoal() {
        return ratio() >= GOAL;
    }
}
