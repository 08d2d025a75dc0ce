package io.askwell.ask.domain.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left to do for a released ask that a carrier shall have.
 *
 * @param approvedText the hash of the text that the person approved, kept apart from the text
 * @param attempts so far, the running one included
 * @param tryUntil when no further attempt is begun
 * @param leaseUntil until when a sender may be at it; null when none is
 */
public record Dispatch(
        String askId,
        String customerId,
        Carrier carrier,
        String approvedText,
        int attempts,
        Instant tryUntil,
        @Nullable Instant leaseUntil) {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int LONGEST_AFTER = 7;

    /** When to try again after the last attempt left nothing: after 5 s, then twice as long each time, 5 min at most. */
    public Instant nextAttempt(Instant now) {
        Duration pause = attempts >= LONGEST_AFTER
                ? LONGEST_PAUSE
                : SHORTEST_PAUSE.multipliedBy(1L << Math.max(0, attempts - 1));
        return now.plus(pause);
    }
}
