package io.askwell.readiness.domain.signal;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A fact about one customer, as one source reported it.
 *
 * @param revision a higher one of the same identity replaces the lower
 * @param occurredAt when it happened in the world
 * @param acceptedAt when its record was written to the log
 * @param correlatedWith what began what it is a part of; null when it began itself
 * @param canonical decides between two reports that differ in nothing else
 */
public record Signal<F extends Fact>(
        SignalId id,
        int revision,
        Instant occurredAt,
        Instant acceptedAt,
        @Nullable String correlatedWith,
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

    /** A signal that names itself is the same as one that names nothing. */
    public Signal {
        if (correlatedWith != null && id.isReference(correlatedWith)) {
            correlatedWith = null;
        }
    }

    /** Follows everything that this signal causes. */
    public String correlationId() {
        return correlatedWith == null ? id.reference() : correlatedWith;
    }

    public Class<? extends Fact> kind() {
        return fact.getClass();
    }
}
