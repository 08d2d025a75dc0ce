package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.ValueFact;
import io.askwell.readiness.domain.signal.ValueFact.FirstSuccessAchieved;
import io.askwell.readiness.domain.signal.ValueFact.GoalAchieved;
import io.askwell.readiness.domain.signal.ValueFact.MilestoneReached;
import io.askwell.readiness.domain.signal.ValueFact.OnboardingCompleted;
import io.askwell.readiness.domain.signal.ValueFact.OutcomeRecorded;
import io.askwell.readiness.domain.signal.ValueFact.ProjectCompleted;
import io.askwell.readiness.domain.signal.ValueFact.QbrCompleted;
import io.askwell.readiness.domain.signal.ValueFact.UsageReported;
import java.util.ArrayList;
import java.util.List;

/**
 * The customer gained something.
 *
 * @param activeDays from how many days on use itself counts as a gain
 */
public record FirstWin(int points, int activeDays) implements ScoreRule {

    private static final List<Class<? extends Fact>> EARNED_BY = List.of(
            FirstSuccessAchieved.class,
            MilestoneReached.class,
            GoalAchieved.class,
            OutcomeRecorded.class,
            ProjectCompleted.class,
            UsageReported.class);

    public FirstWin {
        Demand.points(points);
        Demand.that(activeDays >= 0, "activeDays", "must be 0 or more");
    }

    @Override
    public String name() {
        return "first_win";
    }

    @Override
    public List<Class<? extends Fact>> earnedBy() {
        return EARNED_BY;
    }

    @Override
    public List<Timed<Signal<?>>> earnings(CustomerSignals signals) {
        List<Timed<Signal<?>>> wins = new ArrayList<>(signals.all().size());
        for (Signal<?> signal : signals.all()) {
            if (isWin(signal.fact())) {
                wins.add(new Timed<>(signal, Span.ALWAYS));
            }
        }
        return wins;
    }

    boolean isEarned(CustomerSignals signals) {
        for (Signal<?> signal : signals.all()) {
            if (isWin(signal.fact())) {
                return true;
            }
        }
        return false;
    }

    private boolean isWin(Fact fact) {
        return fact instanceof ValueFact value
                && switch (value) {
                    case FirstSuccessAchieved _, MilestoneReached _, GoalAchieved _, OutcomeRecorded _ -> true;
                    case ProjectCompleted project -> project.successful();
                    case UsageReported usage -> usage.activeDays() != null && usage.activeDays() >= activeDays;
                    case OnboardingCompleted _, QbrCompleted _ -> false;
                };
    }
}
