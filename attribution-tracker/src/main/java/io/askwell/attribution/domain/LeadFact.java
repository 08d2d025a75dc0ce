package io.askwell.attribution.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One thing that a source reports about a lead. */
public sealed interface LeadFact extends ReportedFact permits Submission, StageReport {

    /** The order in which facts are folded: when they happened, ties by {@code source/id}. */
    Comparator<LeadFact> IN_ORDER = Comparator.comparing(LeadFact::occurredAt).thenComparing(LeadFact::id);

    LeadIdentity identity();

    /** What the fact itself says about who the lead is. */
    Lead lead();

    /** By what the lead may be on a list. */
    default Set<Subject> leadSubjects() {
        String address = identity().email();
        return address == null ? Set.of() : Set.of(Subject.email(address));
    }

    /** By what its lead or a referrer whom it names may be on a list. */
    default Stream<Subject> subjects() {
        return leadSubjects().stream();
    }

    /** Of a telephone that several leads may share. */
    default Optional<String> phoneKey() {
        return Optional.ofNullable(lead().phone()).map(number -> Pseudonym.of("phone:" + number));
    }

    /** Every key by which the lead may be recognised, sorted, as they are locked. */
    default List<String> keys() {
        return Stream.concat(identity().keys().stream(), phoneKey().stream())
                .sorted()
                .toList();
    }
}
