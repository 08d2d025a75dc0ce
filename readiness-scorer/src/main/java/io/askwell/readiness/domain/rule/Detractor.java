package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.SatisfactionFact.NpsScored;
import io.askwell.readiness.domain.signal.Signal;
import java.util.List;
import java.util.stream.Stream;

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
    public Stream<Concern> concerns(CustomerSignals signals) {
        return signals.latest(NpsScored.class).stream()
                .filter(nps -> isDetractor(nps.fact()))
                .map(nps -> new Concern(kind(), nps.occurredAt(), null, List.of(nps.id())));
    }

    @Override
    public Stream<Signal<NpsScored>> openings(CustomerSignals signals) {
        return ConcernRule.thatDecided(signals.of(NpsScored.class), this::isDetractor);
    }

    private boolean isDetractor(NpsScored nps) {
        return nps.score() <= atMost;
    }
}
