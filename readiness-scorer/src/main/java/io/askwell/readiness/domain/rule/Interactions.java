package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.RelationshipFact.AdviceRequested;
import io.askwell.readiness.domain.signal.RelationshipFact.InteractionLogged;
import io.askwell.readiness.domain.signal.SatisfactionFact.FeedbackReceived;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.ValueFact.QbrCompleted;
import java.util.ArrayList;
import java.util.List;

/** The customer talks with us. */
public record Interactions(int points, int atLeast) implements ScoreRule {

    private static final List<Class<? extends Fact>> EARNED_BY =
            List.of(InteractionLogged.class, AdviceRequested.class, QbrCompleted.class, FeedbackReceived.class);

    public Interactions {
        Demand.points(points);
        Demand.that(atLeast > 0, "atLeast", "must be above 0");
    }

    @Override
    public String name() {
        return "interactions";
    }

    @Override
    public List<Class<? extends Fact>> earnedBy() {
        return EARNED_BY;
    }

    @Override
    public List<Timed<Signal<?>>> earnings(CustomerSignals signals) {
        if (in(signals) < atLeast) {
            return List.of();
        }
        List<Timed<Signal<?>>> interactions = new ArrayList<>();
        for (Class<? extends Fact> kind : EARNED_BY) {
            interactions.addAll(ScoreRule.always(signals.of(kind)));
        }
        return interactions;
    }

    public static int in(CustomerSignals signals) {
        int count = 0;
        for (Class<? extends Fact> kind : EARNED_BY) {
            count += signals.of(kind).size();
        }
        return count;
    }
}
