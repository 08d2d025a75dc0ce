package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import io.askwell.readiness.domain.signal.Signal;
import java.time.Duration;
import java.util.List;

/** Signed up long enough ago. */
public record Tenure(int points, Duration atLeast) implements ScoreRule {

    private static final List<Class<? extends Fact>> EARNED_BY = List.of(CustomerUpdated.class);

    public Tenure {
        Demand.points(points);
        Demand.positive("atLeast", atLeast);
    }

    @Override
    public String name() {
        return "tenure";
    }

    @Override
    public List<Class<? extends Fact>> earnedBy() {
        return EARNED_BY;
    }

    @Override
    public List<Timed<Signal<?>>> earnings(CustomerSignals signals) {
        for (Signal<CustomerUpdated> update : signals.of(CustomerUpdated.class)) {
            var signedUpAt = update.fact().signedUpAt();
            if (signedUpAt != null) {
                return List.of(new Timed<>(update, Span.from(signedUpAt.plus(atLeast))));
            }
        }
        return List.of();
    }
}
