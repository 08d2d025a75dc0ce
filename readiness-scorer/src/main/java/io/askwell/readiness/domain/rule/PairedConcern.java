package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.ConcernFact;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A concern whose openings and closings pair by an id: open when the latest opening is later than the latest closing. A closing
 * alone opens nothing and starts nothing.
 *
 * @param matters whether an opening is grave enough to block
 * @param after how long it still blocks once it is closed
 */
record PairedConcern<O extends ConcernFact, C extends ConcernFact>(
        Concern.Kind kind,
        Class<O> opening,
        Function<O, String> openedId,
        Predicate<O> matters,
        Class<C> closing,
        Function<C, String> closedId,
        Duration after)
        implements ConcernRule {

    @Override
    public List<Class<? extends Fact>> openedBy() {
        return List.of(opening);
    }

    @Override
    public List<Class<? extends Fact>> endedBy() {
        return List.of(closing);
    }

    @Override
    public List<Concern> concerns(CustomerSignals signals) {
        List<Pair<O, C>> pairs = pairs(signals);
        if (pairs.isEmpty()) {
            return List.of();
        }
        List<Concern> concerns = new ArrayList<>(pairs.size());
        for (Pair<O, C> pair : pairs) {
            var closedAt = pair.closedAt();
            if (matters.test(pair.opening().fact()) && (closedAt == null || after.isPositive())) {
                var until = closedAt == null ? null : closedAt.plus(after);
                concerns.add(new Concern(kind, pair.opening().occurredAt(), until, pair.evidence()));
            }
        }
        return concerns;
    }

    @Override
    public List<Signal<O>> openings(CustomerSignals signals) {
        List<Signal<O>> openings = new ArrayList<>();
        for (Signal<O> opened : signals.of(opening, matters)) {
            if (!wasOver(opened, signals.of(closing))) {
                openings.add(opened);
            }
        }
        return openings;
    }

    private boolean wasOver(Signal<O> opened, List<Signal<C>> closings) {
        for (Signal<C> closed : closings) {
            if (wasOver(opened, closed)) {
                return true;
            }
        }
        return false;
    }

    /** An opening that was told after its end, and after what followed it, never blocked anything. */
    private boolean wasOver(Signal<O> opened, Signal<C> closed) {
        return openedId.apply(opened.fact()).equals(closedId.apply(closed.fact()))
                && !closed.occurredAt().isBefore(opened.occurredAt())
                && closed.acceptedAt().isBefore(opened.acceptedAt())
                && !closed.occurredAt().plus(after).isAfter(opened.acceptedAt());
    }

    @Override
    public List<Timed<Set<SignalId>>> inseparable(CustomerSignals signals) {
        List<Timed<Set<SignalId>>> inseparable = new ArrayList<>();
        for (Pair<O, C> pair : pairs(signals)) {
            var closedAt = pair.closedAt();
            inseparable.add(new Timed<>(pair.ids(), closedAt == null ? Span.ALWAYS : Span.until(closedAt.plus(after))));
        }
        return inseparable;
    }

    /** Of each id the latest opening, with the latest closing. */
    private List<Pair<O, C>> pairs(CustomerSignals signals) {
        List<Signal<O>> openings = signals.of(opening);
        if (openings.isEmpty()) {
            return List.of();
        }
        Map<String, Signal<C>> latestClosing = new HashMap<>();
        for (Signal<C> closed : signals.of(closing)) {
            latestClosing.putIfAbsent(closedId.apply(closed.fact()), closed);
        }
        Set<String> paired = new HashSet<>();
        List<Pair<O, C>> pairs = new ArrayList<>(openings.size());
        for (Signal<O> opened : openings) {
            String id = openedId.apply(opened.fact());
            if (paired.add(id)) {
                pairs.add(new Pair<>(opened, latestClosing.get(id)));
            }
        }
        return pairs;
    }

    private record Pair<O extends ConcernFact, C extends ConcernFact>(
            Signal<O> opening, @Nullable Signal<C> closing) {

        /** Null while it is open. Opened and closed at the same moment is closed. */
        @Nullable
        Instant closedAt() {
            return closing == null || opening.occurredAt().isAfter(closing.occurredAt()) ? null : closing.occurredAt();
        }

        List<SignalId> evidence() {
            return closing == null || closedAt() == null ? List.of(opening.id()) : List.of(opening.id(), closing.id());
        }

        Set<SignalId> ids() {
            return closing == null ? Set.of(opening.id()) : Set.of(opening.id(), closing.id());
        }
    }
}
