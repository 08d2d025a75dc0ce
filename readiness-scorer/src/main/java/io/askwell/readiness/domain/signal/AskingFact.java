package io.askwell.readiness.domain.signal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks made by hand, answers and the customer's own limits. They are the drafter's business; here they only show that the customer exists. */
public sealed interface AskingFact extends Fact {

    record AskRecorded() implements AskingFact {}

    record AskAnswered() implements AskingFact {}

    /** Limits that are given replace what was known, those that are null leave it. */
    record AskLimitsSet(
            @Nullable Integer maxPerQuarter,
            @Nullable Instant notBefore,
            @Nullable Boolean never) implements AskingFact {}
}
