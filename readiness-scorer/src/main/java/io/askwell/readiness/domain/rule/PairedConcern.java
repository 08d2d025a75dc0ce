package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.ConcernFact;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    public Stream<Concern> concerns(CustomerSignals signals) {
        return pairs(signals)
                .filter(pair -> matters.test(pair.opening().fact()))
                .filter(pair -> pair.isOpen() || after.isPositive())
                .map(pair -> new Concern(
                        kind,
                        pair.opening().occurredAt(),
                        pair.closedAt().map(closed -> closed.plus(after)).orElse(null),
                        pair.evidence()));
    }

    @Override
    public Stream<Signal<O>> openings(CustomerSignals signals) {
        List<Signal<C>> closings = signals.of(closing);
        return signals.of(opening).stream()
                .filter(opened -> matters.test(opened.fact()))
                .filter(opened -> closings.stream().noneMatch(closed -> wasOver(opened, closed)));
    }

    /** An opening that was told after its end, and after what followed it, never blocked anything. */
    private boolean wasOver(Signal<O> opened, Signal<C> closed) {
        return openedId.apply(opened.fact()).equals(closedId.apply(closed.fact()))
                && !closed.occurredAt().isBefore(opened.occurredAt())
                && closed.acceptedAt().isBefore(opened.acceptedAt())
                && !closed.occurredAt().plus(after).isAfter(opened.acceptedAt());
    }

    @Override
    public Stream<Timed<Set<SignalId>>> inseparable(CustomerSignals signals) {
        return pairs(signals)
                .map(pair -> new Timed<>(
                        pair.ids(),
                        pair.closedAt()
                                .map(closed -> Span.until(closed.plus(after)))
                                .orElse(Span.ALWAYS)));
    }

    private Stream<Pair<O, C>> pairs(CustomerSignals signals) {
        Map<String, Signal<C>> latestClosing = signals.of(closing).stream()
                .collect(Collectors.toMap(
                        signal -> closedId.apply(signal.fact()), Function.identity(), (latest, _) -> latest));
        Map<String, Signal<O>> latestOpening = signals.of(opening).stream()
                .collect(Collectors.toMap(
                        signal -> openedId.apply(signal.fact()), Function.identity(), (latest, _) -> latest));
        return latestOpening.entrySet().stream()
                .map(opened -> new Pair<>(opened.getValue(), latestClosing.get(opened.getKey())));
    }

    private record Pair<O extends ConcernFact, C extends ConcernFact>(
            Signal<O> opening, @Nullable Signal<C> closing) {

        boolean isOpen() {
            return closedAt().isEmpty();
        }

        /** Opened and closed at the same moment is closed. */
        Optional<Instant> closedAt() {
            return Optional.ofNullable(closing)
                    .map(Signal::occurredAt)
                    .filter(closed -> !opening.occurredAt().isAfter(closed));
        }

        List<SignalId> evidence() {
            return closing == null || isOpen() ? List.of(opening.id()) : List.of(opening.id(), closing.id());
        }

        Set<SignalId> ids() {
            return closing == null ? Set.of(opening.id()) : Set.of(opening.id(), closing.id());
        }
    }
}
