package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Profile;
import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Instant;
import java.util.List;

/** Nobody knows whether the customer wishes to be asked, and the policy requires to know. */
record ConsentUnclear() implements ConcernRule {

    private static final String UNKNOWN = "unknown";

    @Override
    public Concern.Kind kind() {
        return Concern.Kind.CONSENT_UNCLEAR;
    }

    @Override
    public List<Class<? extends Fact>> openedBy() {
        return Fact.KINDS;
    }

    @Override
    public List<Class<? extends Fact>> endedBy() {
        return List.of(CustomerUpdated.class);
    }

    @Override
    public List<Concern> concerns(CustomerSignals signals) {
        var latest = Profile.of(signals).lastGiving(CustomerUpdated::askConsent);
        if (latest != null) {
            return isUnclear(latest.fact()) ? List.of(concern(latest.occurredAt(), List.of(latest.id()))) : List.of();
        }
        // Never spoken of: unclear since the customer is known.
        List<Signal<?>> latestFirst = signals.all();
        return latestFirst.isEmpty()
                ? List.of()
                : List.of(concern(latestFirst.getLast().occurredAt(), List.of()));
    }

    @Override
    public List<Signal<CustomerUpdated>> openings(CustomerSignals signals) {
        return ConcernRule.thatDecided(
                Profile.of(signals).giving(CustomerUpdated::askConsent), ConsentUnclear::isUnclear);
    }

    private static boolean isUnclear(CustomerUpdated update) {
        return UNKNOWN.equals(update.askConsent());
    }

    private Concern concern(Instant since, List<SignalId> evidence) {
        return new Concern(kind(), since, null, evidence);
    }
}
