package io.askwell.local.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * How long many took.
 *
 * @param count how many were measured
 */
public record Latencies(int count, Duration p50, Duration p99) {

    /** Of at least one, by nearest rank: the smallest that the share of all does not exceed. */
    static Latencies of(long[] nanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted.length, atShare(sorted, 0.50), atShare(sorted, 0.99));
    }

    private static Duration atShare(long[] sorted, double share) {
        return Duration.ofNanos(sorted[(int) Math.ceil(share * sorted.length) - 1]);
    }
}
