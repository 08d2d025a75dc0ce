package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.RelationshipFact.AdviceRequested;
import io.askwell.readiness.domain.signal.RelationshipFact.InteractionLogged;
import io.askwell.readiness.domain.signal.SatisfactionFact.FeedbackReceived;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.ValueFact.QbrCompleted;
import java.util.List;
import java.util.stream.Stream;

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
    public Stream<Timed<Signal<?>>> earnings(CustomerSignals signals) {
        var interactions = in(signals);
        return interactions.size() >= atLeast ? ScoreRule.always(interactions.stream()) : Stream.empty();
    }

    public static List<Signal<?>> in(CustomerSignals signals) {
        return EARNED_BY.stream()
                .<Signal<?>>flatMap(kind -> signals.of(kind).stream())
                .toList();
    }
}
