package io.askwell.readiness.domain.signal;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The reports of one identity. A revision keeps its kind, and the kind is that of the lowest report, whenever that arrives; so
 * the greatest report of every kind is kept, and the lowest of all.
 */
final class Reports {

    private final Signal<?> lowest;
    private final Map<Class<? extends Fact>, Signal<?>> greatestByKind;

    private Reports(Signal<?> lowest, Map<Class<? extends Fact>, Signal<?>> greatestByKind) {
        this.lowest = lowest;
        this.greatestByKind = Map.copyOf(greatestByKind);
    }

    static Reports of(Signal<?> only) {
        return new Reports(only, Map.of(only.kind(), only));
    }

    Reports with(Signal<?> report) {
        var greatest = new HashMap<>(greatestByKind);
        greatest.merge(report.kind(), report, (one, other) -> pick(one, other, 1));
        return new Reports(pick(lowest, report, -1), greatest);
    }

    /** The report that stands. */
    Signal<?> standing() {
        return requireNonNull(greatestByKind.get(lowest.kind()));
    }

    /** Whatever is needed to build this again. */
    Collection<Signal<?>> all() {
        Collection<Signal<?>> greatest = greatestByKind.values();
        return greatest.contains(lowest)
                ? greatest
                : Stream.concat(Stream.of(lowest), greatest.stream()).toList();
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
