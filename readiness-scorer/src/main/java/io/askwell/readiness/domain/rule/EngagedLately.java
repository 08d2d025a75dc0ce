package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.AskingFact;
import io.askwell.readiness.domain.signal.ConcernFact;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.ProfileFact;
import io.askwell.readiness.domain.signal.RelationshipFact;
import io.askwell.readiness.domain.signal.Retraction;
import io.askwell.readiness.domain.signal.SatisfactionFact;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.ValueFact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Something good or close happened in the last days. */
public record EngagedLately(int points, Duration within) implements ScoreRule {

    private static final List<Class<? extends Fact>> EARNED_BY = Stream.of(
                    ValueFact.class, SatisfactionFact.class, RelationshipFact.class)
            .flatMap(family -> Fact.kindsOf(family).stream())
            .toList();

    public EngagedLately {
        Demand.points(points);
        Demand.positive("within", within);
    }

    @Override
    public String name() {
        return "engaged_last_7_days";
    }

    @Override
    public List<Class<? extends Fact>> earnedBy() {
        return EARNED_BY;
    }

    @Override
    public List<Timed<Signal<?>>> earnings(CustomerSignals signals) {
        List<Timed<Signal<?>>> engagements = new ArrayList<>(signals.all().size());
        for (Signal<?> signal : signals.all()) {
            if (isEngagement(signal)) {
                engagements.add(new Timed<>(signal, Span.atMost(within, signal.occurredAt())));
            }
        }
        return engagements;
    }

    private static boolean isEngagement(Signal<?> signal) {
        return switch (signal.fact()) {
            case ValueFact _, SatisfactionFact _, RelationshipFact _ -> true;
            case ProfileFact _, ConcernFact _, AskingFact _, Retraction _ -> false;
        };
    }
}
