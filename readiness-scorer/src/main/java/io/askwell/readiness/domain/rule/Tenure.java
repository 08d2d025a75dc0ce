package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import io.askwell.readiness.domain.signal.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
    public Stream<Timed<Signal<?>>> earnings(CustomerSignals signals) {
        return signals.of(CustomerUpdated.class).stream()
                .filter(update -> update.fact().signedUpAt() != null)
                .limit(1)
                .map(update -> new Timed<>(
                        update,
                        Span.from(Objects.requireNonNull(update.fact().signedUpAt())
                                .plus(atLeast))));
    }
}
