package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.ProfileFact.HealthReported;
import io.askwell.readiness.domain.signal.Signal;
import java.util.List;
import java.util.stream.Stream;

/** The account was not healthy when its health was last reported. */
record AccountAtRisk() implements ConcernRule {

    @Override
    public Concern.Kind kind() {
        return Concern.Kind.ACCOUNT_AT_RISK;
    }

    @Override
    public List<Class<? extends Fact>> openedBy() {
        return List.of(HealthReported.class);
    }

    @Override
    public List<Class<? extends Fact>> endedBy() {
        return List.of(HealthReported.class);
    }

    @Override
    public Stream<Concern> concerns(CustomerSignals signals) {
        return signals.latest(HealthReported.class).stream()
                .filter(health -> !health.fact().healthy())
                .map(health -> new Concern(kind(), health.occurredAt(), null, List.of(health.id())));
    }

    @Override
    public Stream<Signal<HealthReported>> openings(CustomerSignals signals) {
        return ConcernRule.thatDecided(signals.of(HealthReported.class), health -> !health.healthy());
    }
}
