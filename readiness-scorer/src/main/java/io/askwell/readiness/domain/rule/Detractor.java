package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.SatisfactionFact.NpsScored;
import io.askwell.readiness.domain.signal.Signal;
import java.util.List;

/** The latest NPS is a detractor's. */
record Detractor(int atMost) implements ConcernRule {

    @Override
    public Concern.Kind kind() {
        return Concern.Kind.DETRACTOR;
    }

    @Override
    public List<Class<? extends Fact>> openedBy() {
        return List.of(NpsScored.class);
    }

    @Override
    public List<Class<? extends Fact>> endedBy() {
        return List.of(NpsScored.class);
    }

    @Override
    public List<Concern> concerns(CustomerSignals signals) {
        List<Signal<NpsScored>> latestFirst = signals.of(NpsScored.class);
        if (latestFirst.isEmpty()) {
            return List.of();
        }
        var nps = latestFirst.getFirst();
        return isDetractor(nps.fact())
                ? List.of(new Concern(kind(), nps.occurredAt(), null, List.of(nps.id())))
                : List.of();
    }

    @Override
    public List<Signal<NpsScored>> openings(CustomerSignals signals) {
        return ConcernRule.thatDecided(signals.of(NpsScored.class), this::isDetractor);
    }

    private boolean isDetractor(NpsScored nps) {
        return nps.score() <= atMost;
    }
}
