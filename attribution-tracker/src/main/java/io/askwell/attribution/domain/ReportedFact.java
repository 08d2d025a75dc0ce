package io.askwell.attribution.domain;

import java.time.Instant;

/** One thing that a source reports. */
public sealed interface ReportedFact permits LeadFact, LinkFact {

    FactId id();

    /** When it happened in the world. */
    Instant occurredAt();
}
