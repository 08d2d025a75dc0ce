package io.askwell.readiness.domain.signal;

import java.time.Instant;
import java.util.Comparator;

/**
 * A fact about one customer, as one source reported it.
 *
 * @param revision a higher one of the same identity replaces the lower
 * @param occurredAt when it happened in the world
 * @param acceptedAt when its record was written to the log
 * @param correlationId follows everything that this signal causes
 * @param canonical decides between two reports that differ in nothing else
 */
public record Signal<F extends Fact>(
        SignalId id,
        int revision,
        Instant occurredAt,
        Instant acceptedAt,
        String correlationId,
        F fact,
        Canonical canonical) {

    /** The latest signal first; of signals of one moment the greater reference first. */
    public static final Comparator<Signal<?>> LATEST_FIRST = (one, other) -> {
        int byTime = other.occurredAt().compareTo(one.occurredAt());
        return byTime != 0 ? byTime : other.id().compareTo(one.id());
    };

    /** Of two reports of one identity the greater one stands. */
    static final Comparator<Signal<?>> BY_REVISION = Comparator.<Signal<?>>comparingInt(Signal::revision)
            .thenComparing(Signal::occurredAt)
            .thenComparing(Signal::canonical);

    public Class<? extends Fact> kind() {
        return fact.getClass();
    }
}
