package io.askwell.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * What the benchmark of latency found.
 *
 * @param ours from the acceptance of a signal until the ask that comes of it is seen on the queue's topic, run by run
 * @param reference Kafka's EndToEndLatency, run by run; run n of ours came right before run n of it
 * @param commitIntervals the longest time that records are held back on the way, by who holds them
 * @param recordBytes size of a record of the queue, which is that of the reference's records
 */
public record AskLatencyResult(
        Machine machine,
        LatencyPlan plan,
        List<Latencies> ours,
        List<Latencies> reference,
        List<CommitInterval> commitIntervals,
        int recordBytes) {

    public static final double GOAL = 2;

    public record CommitInterval(String of, Duration length) {}

    public Duration p50() {
        return median(ours, Latencies::p50);
    }

    public Duration p99() {
        return median(ours, Latencies::p99);
    }

    /** The reference with the sum of the commit intervals. */
    public Duration boundP50() {
        return median(reference, Latencies::p50).plus(commitIntervalsSum());
    }

    public Duration boundP99() {
        return median(reference, Latencies::p99).plus(commitIntervalsSum());
    }

    public Duration commitIntervalsSum() {
        return commitIntervals.stream().map(CommitInterval::length).reduce(Duration.ZERO, Duration::plus);
    }

    public double ratioP50() {
        return ratio(p50(), boundP50());
    }

    /** The figure of the benchmark. */
    public double ratioP99() {
        return ratio(p99(), boundP99());
    }

    public boolean reachesGoal() {
        return ratioP99() <= GOAL;
    }

    private static double ratio(Duration one, Duration other) {
        return (double) one.toNanos() / other.toNanos();
    }

    private static Duration median(List<Latencies> runs, Function<Latencies, Duration> figure) {
        return Duration.ofNanos((long) Median.of(runs, run -> figure.apply(run).toNanos()));
    }
}
