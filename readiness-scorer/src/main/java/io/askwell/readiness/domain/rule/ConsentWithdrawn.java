package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Profile;
import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import io.askwell.readiness.domain.signal.Signal;
import java.util.List;

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
    public List<Concern> concerns(CustomerSignals signals) {
        var latest = Profile.of(signals).lastGiving(CustomerUpdated::askConsent);
        return latest != null && isWithdrawal(latest.fact())
                ? List.of(new Concern(kind(), latest.occurredAt(), null, List.of(latest.id())))
                : List.of();
    }

    @Override
    public List<Signal<CustomerUpdated>> openings(CustomerSignals signals) {
        return ConcernRule.thatDecided(
                Profile.of(signals).giving(CustomerUpdated::askConsent), ConsentWithdrawn::isWithdrawal);
    }

    private static boolean isWithdrawal(CustomerUpdated update) {
        return WITHDRAWN.equals(update.askConsent());
    }
}
