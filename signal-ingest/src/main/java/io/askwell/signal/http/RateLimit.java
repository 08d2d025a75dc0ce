package io.askwell.signal.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** So many a second, and as many at once. All callers of this process together are counted; none is told from another. */
public final class RateLimit {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Duration interval;
    private final InstantSource clock;
    private Instant used = Instant.EPOCH;

    public RateLimit(int perSecond, InstantSource clock) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("ASKWELL_LINK_RATE must be 1 or more, not " + perSecond);
        }
        // Rounded up: shares that are a nanosecond too small would leave room for one more.
        this.interval = SECOND.dividedBy(perSecond).plusNanos(1);
        this.clock = clock;
    }

    /** Each takes a share of the last second; there is one to take until these have used it up. */
    synchronized boolean tryTake() {
        Instant now = clock.instant();
        Instant secondAgo = now.minus(SECOND);
        Instant free = used.isBefore(secondAgo) ? secondAgo : used;
        if (!free.isBefore(now)) {
            return false;
        }
        used = free.plus(interval);
        return true;
    }
}
