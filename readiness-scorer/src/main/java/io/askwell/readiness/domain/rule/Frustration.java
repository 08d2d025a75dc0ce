package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.ConcernFact.FrustrationExpressed;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The customer was frustrated, which nobody closes: it passes with time. */
record Frustration(Duration lasts) implements ConcernRule {

    @Override
    public Concern.Kind kind() {
        return Concern.Kind.FRUSTRATION;
    }

    @Override
    public List<Class<? extends Fact>> openedBy() {
        return List.of(FrustrationExpressed.class);
    }

    @Override
    public List<Class<? extends Fact>> endedBy() {
        return List.of();
    }

    @Override
    public Stream<Concern> concerns(CustomerSignals signals) {
        return signals.of(FrustrationExpressed.class).stream()
                .map(frustration -> new Concern(
                        kind(),
                        frustration.occurredAt(),
                        frustration.occurredAt().plus(lasts),
                        List.of(frustration.id())));
    }

    @Override
    public Stream<Signal<FrustrationExpressed>> openings(CustomerSignals signals) {
        return signals.of(FrustrationExpressed.class).stream()
                .filter(frustration -> frustration
                        .acceptedAt()
                        .isBefore(frustration.occurredAt().plus(lasts)));
    }
}
