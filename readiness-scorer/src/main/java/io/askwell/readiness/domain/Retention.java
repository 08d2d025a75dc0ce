package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.ReadinessPolicy;
import io.askwell.readiness.domain.rule.Timed;
import io.askwell.readiness.domain.signal.AskingFact.AskLimitsSet;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Profile;
import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import io.askwell.readiness.domain.signal.Retraction;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much of a customer's history is kept, so that a long one costs no more than a rich one. */
public final class Retention {

    private static final int NEWEST_OF_KIND = 50;
    private static final int NEWEST_FOR_PURPOSE = 5;
    private static final List<Function<AskLimitsSet, @Nullable Object>> LIMITS =
            List.of(AskLimitsSet::maxPerQuarter, AskLimitsSet::notBefore, AskLimitsSet::never);

    private final ReadinessPolicy policy;

    public Retention(ReadinessPolicy policy) {
        this.policy = policy;
    }

    /** What is kept, and the signals that are not. */
    public record Trimmed(CustomerSignals kept, List<Signal<?>> dropped) {}

    public Trimmed trim(CustomerSignals signals, Instant now) {
        if (signals.mostOfAKind() <= NEWEST_OF_KIND) {
            return new Trimmed(signals, List.of());
        }
        // What was retracted takes its place as if it were not, or else it would matter whether the retraction came
        // before.
        Set<SignalId> kept = worthKeeping(signals.withoutRetractions(), now);
        keepRetractionsOf(signals, kept);
        List<Signal<?>> dropped = signals.standing().stream()
                .filter(signal -> !kept.contains(signal.id()))
                .toList();
        return new Trimmed(signals.keeping(kept), dropped);
    }

    private Set<SignalId> worthKeeping(CustomerSignals signals, Instant now) {
        Set<SignalId> kept = Stream.of(
                        newestOfEachKind(signals),
                        newestGivingEach(Profile.FIELDS, signals.of(CustomerUpdated.class)),
                        newestGivingEach(LIMITS, signals.of(AskLimitsSet.class)),
                        newestEarningEachRule(signals))
                .flatMap(Function.identity())
                .map(Signal::id)
                .collect(Collectors.toCollection(HashSet::new));
        keepInseparable(signals, now, kept);
        return kept;
    }

    private static Stream<Signal<?>> newestOfEachKind(CustomerSignals signals) {
        return signals.standing().stream().collect(Collectors.groupingBy(Signal::kind)).values().stream()
                .flatMap(kind -> kind.stream().limit(NEWEST_OF_KIND));
    }

    private static <F extends Fact> Stream<Signal<?>> newestGivingEach(
            List<Function<F, @Nullable Object>> fields, List<Signal<F>> latestFirst) {
        return fields.stream()
                .flatMap(field -> latestFirst.stream()
                        .filter(signal -> field.apply(signal.fact()) != null)
                        .limit(NEWEST_FOR_PURPOSE));
    }

    private Stream<Signal<?>> newestEarningEachRule(CustomerSignals signals) {
        return policy.score().inOrder().stream()
                .flatMap(rule -> rule.earnings(signals).stream()
                        .<Signal<?>>map(Timed::what)
                        .sorted(Signal.LATEST_FIRST)
                        .limit(NEWEST_FOR_PURPOSE));
    }

    /** An opening without its closing would block for ever, so both are kept or neither. */
    private void keepInseparable(CustomerSignals signals, Instant now, Set<SignalId> kept) {
        List<Timed<Set<SignalId>>> groups = policy.concerns().inOrder().stream()
                .flatMap(rule -> rule.inseparable(signals).stream())
                .toList();
        groups.stream()
                .filter(group -> group.during().includes(now) || !Collections.disjoint(group.what(), kept))
                .map(Timed::what)
                .toList()
                .forEach(kept::addAll);
    }

    private static void keepRetractionsOf(CustomerSignals signals, Set<SignalId> kept) {
        Set<String> references = kept.stream().map(SignalId::reference).collect(Collectors.toSet());
        signals.of(Retraction.class).stream()
                .filter(retraction -> references.contains(retraction.fact().retracted()))
                .map(Signal::id)
                .forEach(kept::add);
    }
}
