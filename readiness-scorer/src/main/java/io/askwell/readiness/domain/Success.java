package io.askwell.readiness.domain;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import io.askwell.readiness.domain.signal.ValueFact;
import io.askwell.readiness.domain.signal.ValueFact.FirstSuccessAchieved;
import io.askwell.readiness.domain.signal.ValueFact.GoalAchieved;
import io.askwell.readiness.domain.signal.ValueFact.MilestoneReached;
import io.askwell.readiness.domain.signal.ValueFact.OnboardingCompleted;
import io.askwell.readiness.domain.signal.ValueFact.OutcomeRecorded;
import io.askwell.readiness.domain.signal.ValueFact.ProjectCompleted;
import io.askwell.readiness.domain.signal.ValueFact.QbrCompleted;
import io.askwell.readiness.domain.signal.ValueFact.UsageReported;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that the customer achieved and that a draft may name.
 *
 * @param kind the contract's word for the signal
 */
public record Success(
        String kind,
        @Nullable String name,
        @Nullable String metric,
        @Nullable Double value,
        @Nullable String unit,
        Instant at,
        SignalId evidence) {

    private static final int MOST_LISTED = 5;

    /** The latest successes, latest first. */
    static List<Success> latestOf(CustomerSignals signals) {
        List<Success> latest = new ArrayList<>(MOST_LISTED);
        for (Signal<?> signal : signals.all()) {
            ofSignal(signal).ifPresent(latest::add);
            if (latest.size() == MOST_LISTED) {
                break;
            }
        }
        return Collections.unmodifiableList(latest);
    }

    private static Optional<Success> ofSignal(Signal<?> signal) {
        return signal.fact() instanceof ValueFact value ? ofFact(value, signal) : Optional.empty();
    }

    private static Optional<Success> ofFact(ValueFact fact, Signal<?> signal) {
        var at = signal.occurredAt();
        var id = signal.id();
        return switch (fact) {
            case FirstSuccessAchieved _ ->
                Optional.of(new Success("first_success_achieved", null, null, null, null, at, id));
            case MilestoneReached(var name, var metric, var value) ->
                Optional.of(new Success("milestone_reached", name, metric, value, null, at, id));
            case GoalAchieved(var name) -> Optional.of(new Success("goal_achieved", name, null, null, null, at, id));
            case OutcomeRecorded(var description, var metric, var value, var unit) ->
                Optional.of(new Success("outcome_recorded", description, metric, value, unit, at, id));
            case ProjectCompleted(var name, var successful) ->
                successful
                        ? Optional.of(new Success("project_completed", name, null, null, null, at, id))
                        : Optional.empty();
            case OnboardingCompleted _, UsageReported _, QbrCompleted _ -> Optional.empty();
        };
    }
}
