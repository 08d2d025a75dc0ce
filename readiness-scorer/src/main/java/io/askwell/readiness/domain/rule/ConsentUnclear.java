package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Profile;
import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    public Stream<Concern> concerns(CustomerSignals signals) {
        Optional<Signal<CustomerUpdated>> latest =
                Profile.of(signals).giving(CustomerUpdated::askConsent).stream().findFirst();
        if (latest.isPresent()) {
            return latest.filter(update -> isUnclear(update.fact())).stream()
                    .map(update -> concern(update.occurredAt(), List.of(update.id())));
        }
        // Never spoken of: unclear since the customer is known.
        return signals.all().stream()
                .map(Signal::occurredAt)
                .min(Instant::compareTo)
                .map(first -> concern(first, List.of()))
                .stream();
    }

    @Override
    public Stream<Signal<CustomerUpdated>> openings(CustomerSignals signals) {
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
