package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Profile;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.ValueFact.FirstSuccessAchieved;
import io.askwell.readiness.domain.signal.ValueFact.GoalAchieved;
import io.askwell.readiness.domain.signal.ValueFact.MilestoneReached;
import io.askwell.readiness.domain.signal.ValueFact.OutcomeRecorded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Something was achieved; the window ends with the customer's day.
 *
 * @param atLeast how long it stays open even then
 */
public record MilestoneTrigger(Duration atLeast) implements TriggerRule {

    private static final List<Class<? extends Fact>> OPENED_BY =
            List.of(FirstSuccessAchieved.class, MilestoneReached.class, GoalAchieved.class, OutcomeRecorded.class);

    public MilestoneTrigger {
        Demand.positive("atLeast", atLeast);
    }

    @Override
    public List<Class<? extends Fact>> openedBy() {
        return OPENED_BY;
    }

    @Override
    public List<Trigger> triggers(CustomerSignals signals) {
        var zone = Profile.of(signals).zone();
        List<Trigger> triggers = new ArrayList<>();
        for (Class<? extends Fact> kind : OPENED_BY) {
            for (Signal<?> win : signals.of(kind)) {
                triggers.add(new Trigger(
                        Trigger.Kind.MILESTONE, win.occurredAt(), closing(win.occurredAt(), zone), win.id()));
            }
        }
        return triggers;
    }

    /** The first instant of the next local day, which is not always midnight. */
    private Instant closing(Instant at, ZoneId zone) {
        var nextDay =
                LocalDate.ofInstant(at, zone).plusDays(1).atStartOfDay(zone).toInstant();
        var earliest = at.plus(atLeast);
        return nextDay.isBefore(earliest) ? earliest : nextDay;
    }
}
