package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.ReadinessPolicy;
import io.askwell.readiness.domain.rule.Timed;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Profile;
import io.askwell.readiness.domain.signal.Retraction;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How much of a customer's history is kept, so that a long one costs no more than a rich one. */
public final class Retention {

    private static final int NEWEST_OF_KIND = 50;
    private static final int NEWEST_FOR_PURPOSE = 5;

    private final ReadinessPolicy policy;

    public Retention(ReadinessPolicy policy) {
        this.policy = policy;
    }

    /** The signals that are kept. Those that were retracted take their place as if they were not, so that order stays without effect. */
    public CustomerSignals trim(CustomerSignals signals, Instant now) {
        if (signals.byKind().stream().allMatch(kind -> kind.size() <= NEWEST_OF_KIND)) {
            return signals;
        }
        Set<SignalId> kept = signals.byKind().stream()
                .flatMap(kind -> kind.stream().limit(NEWEST_OF_KIND))
                .map(Signal::id)
                .collect(Collectors.toCollection(HashSet::new));
        kept.addAll(Profile.of(signals).newestGivingEachField(NEWEST_FOR_PURPOSE));
        policy.score().inOrder().stream()
                .flatMap(rule -> rule.earnings(signals)
                        .map(Timed::what)
                        .sorted(Signal.LATEST_FIRST)
                        .limit(NEWEST_FOR_PURPOSE))
                .map(Signal::id)
                .forEach(kept::add);
        keepInseparable(signals, now, kept);
        keepRetractionsOf(signals, kept);
        return signals.keeping(kept);
    }

    /** An opening without its closing would block for ever, so both are kept or neither. */
    private void keepInseparable(CustomerSignals signals, Instant now, Set<SignalId> kept) {
        List<Timed<Set<SignalId>>> groups = policy.concerns().inOrder().stream()
                .flatMap(rule -> rule.inseparable(signals))
                .toList();
        groups.stream()
                .filter(group -> group.during().includes(now) || !Collections.disjoint(group.what(), kept))
                .map(Timed::what)
                .toList()
                .forEach(kept::addAll);
    }

    private static void keepRetractionsOf(CustomerSignals signals, Set<SignalId> kept) {
        Set<String> references = kept.stream().map(SignalId::reference).collect(Collectors.toSet());
        signals.byKind().stream()
                .flatMap(Collection::stream)
                .filter(signal ->
                        signal.fact() instanceof Retraction retraction && references.contains(retraction.retracted()))
                .map(Signal::id)
                .forEach(kept::add);
    }
}
