package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Profile;
import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import io.askwell.readiness.domain.signal.Signal;
import java.util.List;
import java.util.stream.Stream;

/** The customer does not wish to be asked. */
record ConsentWithdrawn() implements ConcernRule {

    private static final String WITHDRAWN = "withdrawn";

    @Override
    public Concern.Kind kind() {
        return Concern.Kind.CONSENT_WITHDRAWN;
    }

    @Override
    public List<Class<? extends Fact>> openedBy() {
        return List.of(CustomerUpdated.class);
    }

    @Override
    public List<Class<? extends Fact>> endedBy() {
        return List.of(CustomerUpdated.class);
    }

    @Override
    public Stream<Concern> concerns(CustomerSignals signals) {
        return Profile.of(signals).giving(CustomerUpdated::askConsent).stream()
                .limit(1)
                .filter(update -> isWithdrawal(update.fact()))
                .map(update -> new Concern(kind(), update.occurredAt(), null, List.of(update.id())));
    }

    @Override
    public Stream<Signal<CustomerUpdated>> openings(CustomerSignals signals) {
        return ConcernRule.thatDecided(
                Profile.of(signals).giving(CustomerUpdated::askConsent), ConsentWithdrawn::isWithdrawal);
    }

    private static boolean isWithdrawal(CustomerUpdated update) {
        return WITHDRAWN.equals(update.askConsent());
    }
}
