package io.askwell.readiness.domain.signal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The signals of one customer as a set. Immutable; adding a signal twice, or two signals in either order, gives equal sets. */
public final class CustomerSignals {

    private static final CustomerSignals NONE = new CustomerSignals(Map.of());

    private final Map<SignalId, Reports> reports;
    private final Map<Class<? extends Fact>, List<Signal<?>>> standing;
    private final Set<String> retracted;

    private CustomerSignals(Map<SignalId, Reports> reports) {
        this.reports = reports;
        this.standing = reports.values().stream()
                .<Signal<?>>map(Reports::standing)
                .sorted(Signal.LATEST_FIRST)
                .collect(Collectors.groupingBy(Signal::kind));
        this.retracted = standing.getOrDefault(Retraction.class, List.of()).stream()
                .map(signal -> ((Retraction) signal.fact()).retracted())
                .collect(Collectors.toUnmodifiableSet());
    }

    private CustomerSignals(CustomerSignals others, Set<String> retracted) {
        this.reports = others.reports;
        this.standing = others.standing;
        this.retracted = retracted;
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
        return new CustomerSignals(this, Set.of());
    }

    /** The set without the identities that are not to be kept. */
    public CustomerSignals keeping(Set<SignalId> kept) {
        var fewer = new HashMap<>(reports);
        fewer.keySet().retainAll(kept);
        return new CustomerSignals(fewer);
    }

    /** Every report that is needed to build this set again. */
    public Stream<Signal<?>> reports() {
        return reports.values().stream().flatMap(Reports::all);
    }

    /** Whether a report is of another kind than its identity, which no revision may be. */
    public boolean refuses(Signal<?> report) {
        var known = reports.get(report.id());
        return known != null && known.standing().kind() != report.kind();
    }

    /** The report that stands for each identity, latest first within its kind, those that were retracted too. */
    public Collection<List<Signal<?>>> byKind() {
        return standing.values();
    }

    /** The report that stands for each identity, those that were retracted too. */
    public Stream<Signal<?>> standing() {
        return standing.values().stream().flatMap(List::stream);
    }

    /** The signals of a kind that count, latest first. */
    @SuppressWarnings("unchecked")
    public <F extends Fact> List<Signal<F>> of(Class<F> kind) {
        return live(standing.getOrDefault(kind, List.of()).stream())
                .map(signal -> (Signal<F>) signal)
                .toList();
    }

    public <F extends Fact> Optional<Signal<F>> latest(Class<F> kind) {
        return of(kind).stream().findFirst();
    }

    /** All signals that count, of whatever kind but retractions, latest first. */
    public Stream<Signal<?>> all() {
        return live(standing.values().stream().flatMap(List::stream))
                .filter(signal -> !(signal.fact() instanceof Retraction))
                .sorted(Signal.LATEST_FIRST);
    }

    /** A retraction cannot itself be retracted. */
    private Stream<Signal<?>> live(Stream<Signal<?>> signals) {
        return signals.filter(signal -> signal.fact() instanceof Retraction
                || !retracted.contains(signal.id().reference()));
    }

    private static void add(Signal<?> signal, Map<SignalId, Reports> reports) {
        reports.merge(signal.id(), Reports.of(signal), (known, _) -> known.with(signal));
    }
}
