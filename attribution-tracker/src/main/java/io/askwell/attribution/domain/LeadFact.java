package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.Comparator;

/** One thing that a source reports about a lead. */
public sealed interface LeadFact permits Submission, StageReport {

    /** The order in which facts are folded: when they happened, ties by {@code source/id}. */
    Comparator<LeadFact> IN_ORDER = Comparator.comparing(LeadFact::occurredAt).thenComparing(LeadFact::id);

    FactId id();

    /** When it happened in the world. */
    Instant occurredAt();

    LeadIdentity identity();
}
