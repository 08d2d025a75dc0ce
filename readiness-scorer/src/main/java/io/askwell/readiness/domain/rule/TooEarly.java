package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Profile;
import io.askwell.readiness.domain.signal.Profile.Known;
import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import io.askwell.readiness.domain.signal.SignalId;
import io.askwell.readiness.domain.signal.ValueFact.OnboardingCompleted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reasons to wait because the customer is too new to us. The practice also asks at a fresh contract: we wait. */
public record TooEarly(Duration afterSignUp, Duration afterContract) {

    private static final List<Class<? extends Fact>> PROFILE = List.of(CustomerUpdated.class);
    private static final List<Class<? extends Fact>> ONBOARDING =
            List.of(OnboardingCompleted.class, CustomerUpdated.class);

    public TooEarly {
        Demand.positive("afterSignUp", afterSignUp);
        Demand.positive("afterContract", afterContract);
    }

    /** In the order in which reasons are listed. */
    public List<Timed<Reason>> reasons(CustomerSignals signals, FirstWin firstWin) {
        var profile = Profile.of(signals);
        var signUp = profile.known(CustomerUpdated::signedUpAt);
        var trialEnd = profile.known(CustomerUpdated::trialEndsAt);
        var onboarded = profile.known(CustomerUpdated::onboarded);
        var contract = profile.known(CustomerUpdated::contractSignedAt);
        List<Timed<Reason>> reasons = new ArrayList<>();
        if (signUp == null) {
            reasons.add(always("unknown_customer", List.of(), PROFILE));
        } else {
            reasons.add(until(signUp.value().plus(afterSignUp), "signed_up_recently", signUp));
        }
        if (trialEnd != null) {
            reasons.add(until(trialEnd.value(), "trial", trialEnd));
        }
        if (onboarded != null
                && !onboarded.value()
                && signals.of(OnboardingCompleted.class).isEmpty()) {
            reasons.add(always("not_onboarded", List.of(onboarded.by()), ONBOARDING));
        }
        if (contract != null) {
            reasons.add(until(contract.value().plus(afterContract), "contract_just_signed", contract));
        }
        if (!firstWin.isEarned(signals)) {
            reasons.add(always("no_value_yet", List.of(), firstWin.earnedBy()));
        }
        return reasons;
    }

    private static Timed<Reason> always(String code, List<SignalId> evidence, List<Class<? extends Fact>> endedBy) {
        return new Timed<>(Reason.of(code, evidence, endedBy, null), Span.ALWAYS);
    }

    private static Timed<Reason> until(Instant end, String code, Known<?> evidence) {
        return new Timed<>(Reason.of(code, List.of(evidence.by()), PROFILE, end), Span.until(end));
    }
}
