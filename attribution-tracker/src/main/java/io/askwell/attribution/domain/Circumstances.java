package io.askwell.attribution.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was known around the facts of a record when it was judged last.
 *
 * @param entries of the lists that concern its lead or its referrers
 * @param hurried submissions that came when their referrer had named too many other leads just before
 * @param appeals one at most for each record that lives on in it
 */
public record Circumstances(List<ListEntry> entries, Set<FactId> hurried, List<Appeal> appeals) {

    public static final Circumstances NONE = new Circumstances(List.of(), Set.of(), List.of());

    public Circumstances {
        entries = List.copyOf(entries);
        hurried = Set.copyOf(hurried);
        appeals = List.copyOf(appeals);
    }

    public Circumstances with(Appeal appeal) {
        return new Circumstances(entries, hurried, Lists.plus(appeals, appeal));
    }

    /** What of this concerns these facts alone, with every appeal. */
    public Circumstances concerning(Collection<LeadFact> facts) {
        Set<FactId> ids = facts.stream().map(LeadFact::id).collect(Collectors.toSet());
        Set<Subject> subjects = facts.stream().flatMap(LeadFact::subjects).collect(Collectors.toSet());
        return new Circumstances(
                entries.stream()
                        .filter(entry -> subjects.contains(entry.subject()))
                        .toList(),
                hurried.stream().filter(ids::contains).collect(Collectors.toSet()),
                appeals);
    }

    Optional<Appeal> latestAppeal() {
        return appeals.stream().reduce((one, other) -> one.at().isAfter(other.at()) ? one : other);
    }
}
