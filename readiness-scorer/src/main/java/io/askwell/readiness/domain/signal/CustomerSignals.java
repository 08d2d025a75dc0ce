package io.askwell.readiness.domain.signal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The signals of one customer as a set. Immutable; adding a signal twice, or two signals in either order, gives equal sets. */
public final class CustomerSignals {

    private static final CustomerSignals NONE = new CustomerSignals(List.of());
    private static final Comparator<Reports> LATEST_FIRST =
            (one, other) -> Signal.LATEST_FIRST.compare(one.standing(), other.standing());

    /**
     * One of each identity, the latest first. A list that is searched from its beginning, because a signal adds to a set that was
     * read for it and is then written: to hash every identity for one question costs more than to compare it.
     */
    private final List<Reports> reports;

    /** Worked out when first asked for, because a set that is only added to never is. Threads that race work out the same. */
    private @Nullable Index index;

    private CustomerSignals(List<Reports> reports) {
        this.reports = reports;
    }

    private CustomerSignals(List<Reports> reports, Index index) {
        this.reports = reports;
        this.index = index;
    }

    public static CustomerSignals none() {
        return NONE;
    }

    public static CustomerSignals of(Collection<? extends Signal<?>> signals) {
        Map<SignalId, Reports> byId = new HashMap<>();
        for (Signal<?> signal : signals) {
            byId.merge(signal.id(), Reports.of(signal), (known, _) -> known.with(signal));
        }
        return latestFirst(new ArrayList<>(byId.values()));
    }

    /** The set that told these {@link #reports}: those of one identity stand together. */
    public static CustomerSignals ofReports(List<Signal<?>> reports) {
        List<Reports> byId = new ArrayList<>(reports.size() + 1);
        for (Signal<?> report : reports) {
            if (!byId.isEmpty() && byId.getLast().id().equals(report.id())) {
                byId.set(byId.size() - 1, byId.getLast().with(report));
            } else {
                byId.add(Reports.of(report));
            }
        }
        return latestFirst(byId);
    }

    private static CustomerSignals latestFirst(List<Reports> reports) {
        reports.sort(LATEST_FIRST);
        return new CustomerSignals(reports);
    }

    public CustomerSignals with(Signal<?> signal) {
        List<Reports> more = new ArrayList<>(reports.size() + 1);
        more.addAll(reports);
        int known = indexOf(signal.id());
        if (known < 0) {
            more.addFirst(Reports.of(signal));
        } else {
            more.set(known, reports.get(known).with(signal));
        }
        return latestFirst(more);
    }

    public boolean knows(SignalId id) {
        return indexOf(id) >= 0;
    }

    /** Whether a signal that a retraction names is among them. */
    public boolean knows(String reference) {
        for (Reports one : reports) {
            if (one.id().isReference(reference)) {
                return true;
            }
        }
        return false;
    }

    /** As if nothing had ever been retracted. */
    public CustomerSignals withoutRetractions() {
        return new CustomerSignals(reports, Index.of(index().latestFirst, Set.of()));
    }

    /** The set without the identities that are not to be kept. */
    public CustomerSignals keeping(Set<SignalId> kept) {
        return new CustomerSignals(
                reports.stream().filter(one -> kept.contains(one.id())).toList());
    }

    /** Every report that is needed to build this set again. */
    public List<Signal<?>> reports() {
        List<Signal<?>> all = new ArrayList<>(reports.size());
        for (Reports one : reports) {
            one.addTo(all);
        }
        return all;
    }

    /** Whether a report is of another kind than its identity, which no revision may be. */
    public boolean refuses(Signal<?> report) {
        int known = indexOf(report.id());
        return known >= 0 && reports.get(known).standing().kind() != report.kind();
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

    private int indexOf(SignalId id) {
        for (int i = 0; i < reports.size(); i++) {
            if (reports.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
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

        static Index of(List<Reports> reports) {
            List<Signal<?>> latestFirst = new ArrayList<>(reports.size());
            Set<String> retracted = Set.of();
            for (Reports one : reports) {
                var standing = one.standing();
                latestFirst.add(standing);
                if (standing.fact() instanceof Retraction(var target)) {
                    retracted = retracted.isEmpty() ? new HashSet<>() : retracted;
                    retracted.add(target);
                }
            }
            return of(Collections.unmodifiableList(latestFirst), retracted);
        }

        static Index of(List<Signal<?>> latestFirst, Set<String> retracted) {
            List<Signal<?>> live = retracted.isEmpty() ? latestFirst : without(retracted, latestFirst);
            var standing = byKind(latestFirst);
            var counting = retracted.isEmpty() ? standing : byKind(live);
            var retractions = counting.get(Retraction.class);
            List<Signal<?>> all = retractions == null ? live : withoutRetractions(live);
            return new Index(latestFirst, most(standing), counting, all);
        }

        /** A retraction cannot itself be retracted. */
        private static List<Signal<?>> without(Set<String> retracted, List<Signal<?>> signals) {
            return signals.stream()
                    .filter(signal -> signal.fact() instanceof Retraction
                            || !retracted.contains(signal.id().reference()))
                    .toList();
        }

        private static List<Signal<?>> withoutRetractions(List<Signal<?>> signals) {
            return signals.stream()
                    .filter(signal -> !(signal.fact() instanceof Retraction))
                    .toList();
        }

        private static Map<Class<? extends Fact>, List<Signal<?>>> byKind(List<Signal<?>> signals) {
            Map<Class<? extends Fact>, List<Signal<?>>> byKind = new HashMap<>();
            for (Signal<?> signal : signals) {
                byKind.computeIfAbsent(signal.kind(), _ -> new ArrayList<>()).add(signal);
            }
            byKind.replaceAll((_, ofKind) -> Collections.unmodifiableList(ofKind));
            return byKind;
        }

        private static int most(Map<Class<? extends Fact>, List<Signal<?>>> byKind) {
            int most = 0;
            for (List<Signal<?>> ofKind : byKind.values()) {
                most = Math.max(most, ofKind.size());
            }
            return most;
        }
    }
}
