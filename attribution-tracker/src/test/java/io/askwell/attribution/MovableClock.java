package io.askwell.attribution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of the service under test: the real one, ahead by what a test says. */
final class MovableClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead);
    }

    void moveAhead(Duration by) {
        ahead = ahead.plus(by);
    }

    void backToNow() {
        ahead = Duration.ZERO;
    }
}
