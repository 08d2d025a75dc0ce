package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Profile;
import io.askwell.readiness.domain.signal.Profile.Known;
import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import io.askwell.readiness.domain.signal.ValueFact.OnboardingCompleted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reasons to wait because the customer is too new to us. The practice also asks at a fresh contract: we wait. */
public record TooEarly(Duration afterSignUp, Duration afterContract) {

    private static final List<Class<? extends Fact>> PROFILE = List.of(CustomerUpdated.class);

    public TooEarly {
        Demand.positive("afterSignUp", afterSignUp);
        Demand.positive("afterContract", afterContract);
    }

    /** In the order in which reasons are listed. */
    public Stream<Timed<Reason>> reasons(CustomerSignals signals, FirstWin firstWin) {
        var profile = Profile.of(signals);
        return Stream.of(
                        unknownCustomer(profile),
                        signedUpRecently(profile),
                        trial(profile),
                        notOnboarded(profile, signals),
                        contractJustSigned(profile),
                        noValueYet(signals, firstWin))
                .flatMap(Function.identity());
    }

    private static Stream<Timed<Reason>> unknownCustomer(Profile profile) {
        return when(profile.known(CustomerUpdated::signedUpAt).isEmpty(), "unknown_customer", PROFILE);
    }

    private Stream<Timed<Reason>> signedUpRecently(Profile profile) {
        return profile.known(CustomerUpdated::signedUpAt).stream()
                .map(signUp -> until(signUp.value().plus(afterSignUp), "signed_up_recently", signUp));
    }

    private static Stream<Timed<Reason>> trial(Profile profile) {
        return profile.known(CustomerUpdated::trialEndsAt).stream()
                .map(trialEnd -> until(trialEnd.value(), "trial", trialEnd));
    }

    private static Stream<Timed<Reason>> notOnboarded(Profile profile, CustomerSignals signals) {
        return profile.known(CustomerUpdated::onboarded).stream()
                .filter(onboarded -> !onboarded.value())
                .filter(_ -> signals.of(OnboardingCompleted.class).isEmpty())
                .map(denied -> Reason.of(
                        "not_onboarded",
                        List.of(denied.by()),
                        List.of(OnboardingCompleted.class, CustomerUpdated.class),
                        null))
                .map(reason -> new Timed<>(reason, Span.ALWAYS));
    }

    private Stream<Timed<Reason>> contractJustSigned(Profile profile) {
        return profile.known(CustomerUpdated::contractSignedAt).stream()
                .map(signed -> until(signed.value().plus(afterContract), "contract_just_signed", signed));
    }

    private static Stream<Timed<Reason>> noValueYet(CustomerSignals signals, FirstWin firstWin) {
        return when(firstWin.earnings(signals).findAny().isEmpty(), "no_value_yet", firstWin.earnedBy());
    }

    private static Stream<Timed<Reason>> when(boolean applies, String code, List<Class<? extends Fact>> endedBy) {
        return applies
                ? Stream.of(new Timed<>(Reason.of(code, List.of(), endedBy, null), Span.ALWAYS))
                : Stream.empty();
    }

    private static Timed<Reason> until(Instant end, String code, Known<?> evidence) {
        return new Timed<>(Reason.of(code, List.of(evidence.by()), PROFILE, end), Span.until(end));
    }
}
