package io.askwell.local.bench;

import java.util.List;

/** What was measured, run by run, beside its reference. Run n of the one came right before run n of the other. */
public record Comparison(List<Run> ours, List<Run> reference) {

    public double perSecond() {
        return Median.of(ours, Run::perSecond);
    }

    public double perCpuSecond() {
        return Median.of(ours, Run::perCpuSecond);
    }

    public double referencePerSecond() {
        return Median.of(reference, Run::perSecond);
    }

    public double referencePerCpuSecond() {
        return Median.of(reference, Run::perCpuSecond);
    }

    /** The figure of the benchmark: what we read in a second against what the reference reads. */
    public double ratio() {
        return perSecond() / referencePerSecond();
    }

    public double cpuRatio() {
        return perCpuSecond() / referencePerCpuSecond();
    }
}
