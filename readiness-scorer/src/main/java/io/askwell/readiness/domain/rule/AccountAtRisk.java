package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.ProfileFact.HealthReported;
import io.askwell.readiness.domain.signal.Signal;
import java.util.List;

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
    public List<Concern> concerns(CustomerSignals signals) {
        List<Signal<HealthReported>> latestFirst = signals.of(HealthReported.class);
        if (latestFirst.isEmpty()) {
            return List.of();
        }
        var health = latestFirst.getFirst();
        return !health.fact().healthy()
                ? List.of(new Concern(kind(), health.occurredAt(), null, List.of(health.id())))
                : List.of();
    }

    @Override
    public List<Signal<HealthReported>> openings(CustomerSignals signals) {
        return ConcernRule.thatDecided(signals.of(HealthReported.class), health -> !health.healthy());
    }
}
