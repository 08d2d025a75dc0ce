package io.askwell.local.bench;

import java.time.Duration;

/**
 * What is sent while latency is measured.
 *
 * @param rate signals a second
 * @param length of one run
 * @param runs of the product and of the reference each, in turns
 */
public record LatencyPlan(int rate, Duration length, int runs) {

    /** Every so many signals, one makes a customer ready to be asked; the others only keep everybody busy. */
    static final int ONE_IN = 10;

    public LatencyPlan {
        if (rate < ONE_IN || length.toSeconds() < 1 || runs < 1) {
            throw new IllegalArgumentException(
                    "At least %d signals a second, one second and one run".formatted(ONE_IN));
        }
    }

    int signalsOfARun() {
        return Math.toIntExact(rate * length.toSeconds());
    }

    int askableOfARun() {
        return signalsOfARun() / ONE_IN;
    }
}
