package io.askwell.readiness.domain.signal;

import org.jspecify.annotations.Nullable;

/** What the customer gained. */
public sealed interface ValueFact extends Fact {

    record OnboardingCompleted() implements ValueFact {}

    record FirstSuccessAchieved() implements ValueFact {}

    record MilestoneReached(
            String name, @Nullable String metric, @Nullable Double value) implements ValueFact {}

    record GoalAchieved(String name) implements ValueFact {}

    record OutcomeRecorded(
            String description,
            @Nullable String metric,
            @Nullable Double value,
            @Nullable String unit) implements ValueFact {}

    /** @param percentile 0 to 100 against comparable customers */
    record UsageReported(double percentile, @Nullable Integer activeDays) implements ValueFact {}

    /** @param successful whether it was reported as a success, not as mixed or failed, nor without an outcome */
    record ProjectCompleted(String name, boolean successful) implements ValueFact {}

    record QbrCompleted(boolean positive) implements ValueFact {}
}
