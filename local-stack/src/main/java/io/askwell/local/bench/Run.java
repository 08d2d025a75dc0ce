package io.askwell.local.bench;

import java.time.Duration;

/**
 * One reading of a load.
 *
 * @param signals those that were read between the first and the last look
 * @param wall between these looks
 * @param cpu what the process used between them, over all its threads
 */
public record Run(int signals, Duration wall, Duration cpu) {

    public double perSecond() {
        return signals / seconds(wall);
    }

    public double perCpuSecond() {
        return signals / seconds(cpu);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
