package io.askwell.readiness.domain.signal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The signals of one customer as a set. Immutable; adding a signal twice, or two signals in either order, gives equal sets. */
public final class CustomerSignals {

    private static final CustomerSignals NONE = new CustomerSignals(Map.of());

    private final Map<SignalId, Reports> reports;

    /** Worked out when first asked for, because a set that is only added to never is. Threads that race work out the same. */
    private @Nullable Index index;

    private CustomerSignals(Map<SignalId, Reports> reports) {
        this.reports = reports;
    }

    private CustomerSignals(Map<SignalId, Reports> reports, Index index) {
        this.reports = reports;
        this.index = index;
    }

    public static CustomerSignals none() {
        return NONE;
    }

    public static CustomerSignals of(Collection<? extends Signal<?>> signals) {
        var reports = new HashMap<SignalId, Reports>();
        signals.forEach(signal -> add(signal, reports));
        return new CustomerSignals(reports);
    }

    public CustomerSignals with(Signal<?> signal) {
        var more = new HashMap<>(reports);
        add(signal, more);
        return new CustomerSignals(more);
    }

    public boolean knows(SignalId id) {
        return reports.containsKey(id);
    }

    /** Whether a signal that a retraction names is among them. */
    public boolean knows(String reference) {
        return reports.keySet().stream().anyMatch(id -> id.reference().equals(reference));
    }

    /** As if nothing had ever been retracted. */
    public CustomerSignals withoutRetractions() {
        return new CustomerSignals(reports, Index.of(index().latestFirst, Set.of()));
    }

    /** The set without the identities that are not to be kept. */
    public CustomerSignals keeping(Set<SignalId> kept) {
        var fewer = new HashMap<>(reports);
        fewer.keySet().retainAll(kept);
        return new CustomerSignals(fewer);
    }

    /** Every report that is needed to build this set again. */
    public List<Signal<?>> reports() {
        List<Signal<?>> all = new ArrayList<>(reports.size());
        reports.values().forEach(one -> all.addAll(one.all()));
        return all;
    }

    /** Whether a report is of another kind than its identity, which no revision may be. */
    public boolean refuses(Signal<?> report) {
        var known = reports.get(report.id());
        return known != null && known.standing().kind() != report.kind();
    }

    /** The report that stands for each identity, latest first, those that were retracted too. */
    public List<Signal<?>> standing() {
        return index().latestFirst;
    }

    /** How many identities there are of the kind that has most, those that were retracted too. */
    public int mostOfAKind() {
        return index().mostOfAKind;
    }

    /** The signals of a kind that count, latest first. */
    @SuppressWarnings("unchecked") // A list under a kind holds nothing else.
    public <F extends Fact> List<Signal<F>> of(Class<F> kind) {
        List<?> ofKind = index().live.getOrDefault(kind, List.of());
        return (List<Signal<F>>) ofKind;
    }

    /** Those of them of which the fact is so. */
    public <F extends Fact> List<Signal<F>> of(Class<F> kind, Predicate<F> so) {
        List<Signal<F>> latestFirst = of(kind);
        if (latestFirst.isEmpty()) {
            return latestFirst;
        }
        List<Signal<F>> those = new ArrayList<>(latestFirst.size());
        for (Signal<F> signal : latestFirst) {
            if (so.test(signal.fact())) {
                those.add(signal);
            }
        }
        return those;
    }

    public <F extends Fact> Optional<Signal<F>> latest(Class<F> kind) {
        List<Signal<F>> latestFirst = of(kind);
        return latestFirst.isEmpty() ? Optional.empty() : Optional.of(latestFirst.getFirst());
    }

    /** All signals that count, of whatever kind but retractions, latest first. */
    public List<Signal<?>> all() {
        return index().all;
    }

    private Index index() {
        var known = index;
        if (known == null) {
            known = Index.of(reports);
            index = known;
        }
        return known;
    }

    private static void add(Signal<?> signal, Map<SignalId, Reports> reports) {
        reports.merge(signal.id(), Reports.of(signal), (known, _) -> known.with(signal));
    }

    /**
     * @param latestFirst what stands, retracted or not
     * @param live what counts, by kind and latest first
     * @param all what counts, but for retractions
     */
    private record Index(
            List<Signal<?>> latestFirst,
            int mostOfAKind,
            Map<Class<? extends Fact>, List<Signal<?>>> live,
            List<Signal<?>> all) {

        static Index of(Map<SignalId, Reports> reports) {
            List<Signal<?>> latestFirst = new ArrayList<>(reports.size());
            Set<String> retracted = new HashSet<>();
            for (Reports one : reports.values()) {
                var standing = one.standing();
                latestFirst.add(standing);
                if (standing.fact() instanceof Retraction(var target)) {
                    retracted.add(target);
                }
            }
            latestFirst.sort(Signal.LATEST_FIRST);
            return of(Collections.unmodifiableList(latestFirst), retracted);
        }

        static Index of(List<Signal<?>> latestFirst, Set<String> retracted) {
            Map<Class<? extends Fact>, Integer> sizes = new HashMap<>();
            Map<Class<? extends Fact>, List<Signal<?>>> live = new HashMap<>();
            List<Signal<?>> all = new ArrayList<>(latestFirst.size());
            int most = 0;
            for (Signal<?> signal : latestFirst) {
                most = Math.max(most, sizes.merge(signal.kind(), 1, Integer::sum));
                boolean isRetraction = signal.fact() instanceof Retraction;
                // A retraction cannot itself be retracted.
                if (!isRetraction
                        && !retracted.isEmpty()
                        && retracted.contains(signal.id().reference())) {
                    continue;
                }
                live.computeIfAbsent(signal.kind(), _ -> new ArrayList<>()).add(signal);
                if (!isRetraction) {
                    all.add(signal);
                }
            }
            live.replaceAll((_, signals) -> Collections.unmodifiableList(signals));
            return new Index(latestFirst, most, live, Collections.unmodifiableList(all));
        }
    }
}
