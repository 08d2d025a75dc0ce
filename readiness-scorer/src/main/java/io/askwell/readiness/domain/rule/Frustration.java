package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.ConcernFact.FrustrationExpressed;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
    public List<Concern> concerns(CustomerSignals signals) {
        List<Concern> concerns = new ArrayList<>();
        for (Signal<FrustrationExpressed> frustration : signals.of(FrustrationExpressed.class)) {
            var since = frustration.occurredAt();
            concerns.add(new Concern(kind(), since, since.plus(lasts), List.of(frustration.id())));
        }
        return concerns;
    }

    @Override
    public List<Signal<FrustrationExpressed>> openings(CustomerSignals signals) {
        List<Signal<FrustrationExpressed>> openings = new ArrayList<>();
        for (Signal<FrustrationExpressed> frustration : signals.of(FrustrationExpressed.class)) {
            if (frustration.acceptedAt().isBefore(frustration.occurredAt().plus(lasts))) {
                openings.add(frustration);
            }
        }
        return openings;
    }
}
