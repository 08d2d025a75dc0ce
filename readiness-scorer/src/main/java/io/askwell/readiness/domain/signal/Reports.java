package io.askwell.readiness.domain.signal;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reports of one identity. A revision keeps its kind, and the kind is that of the lowest report, whenever that arrives; so
 * the greatest report of every kind is kept, and the lowest of all.
 */
final class Reports {

    private final Signal<?> lowest;
    private final Signal<?> standing;

    /** The greatest of each kind but that of the lowest: none, as a rule. */
    private final List<Signal<?>> refused;

    private Reports(Signal<?> lowest, Signal<?> standing, List<Signal<?>> refused) {
        this.lowest = lowest;
        this.standing = standing;
        this.refused = refused;
    }

    static Reports of(Signal<?> only) {
        return new Reports(only, only, List.of());
    }

    Reports with(Signal<?> report) {
        Map<Class<? extends Fact>, Signal<?>> greatest = new HashMap<>();
        greatest.put(standing.kind(), standing);
        refused.forEach(other -> greatest.put(other.kind(), other));
        greatest.merge(report.kind(), report, (one, other) -> pick(one, other, 1));
        Signal<?> lowestNow = pick(lowest, report, -1);
        Signal<?> standingNow = requireNonNull(greatest.remove(lowestNow.kind()));
        return new Reports(lowestNow, standingNow, List.copyOf(greatest.values()));
    }

    SignalId id() {
        return standing.id();
    }

    /** The report that stands. */
    Signal<?> standing() {
        return standing;
    }

    /** Adds whatever is needed to build this again. */
    void addTo(List<Signal<?>> all) {
        if (!lowest.equals(standing)) {
            all.add(lowest);
        }
        all.add(standing);
        all.addAll(refused);
    }

    /** The same said twice was accepted when it was said first. */
    private static Signal<?> pick(Signal<?> one, Signal<?> other, int direction) {
        int order = Signal.BY_REVISION.compare(one, other) * direction;
        if (order != 0) {
            return order > 0 ? one : other;
        }
        return one.acceptedAt().isAfter(other.acceptedAt()) ? other : one;
    }
}
