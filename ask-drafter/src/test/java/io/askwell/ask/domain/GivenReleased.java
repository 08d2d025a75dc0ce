package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Pending;
import io.askwell.ask.domain.Ask.Released;
import io.askwell.ask.domain.Person.Role;
import io.askwell.ask.domain.PersonDecision.Verdict;
import io.askwell.ask.domain.customer.AskingSignals;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.delivery.Dispatch;
import io.askwell.ask.domain.draft.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An ask of rep-7 that was approved and released a minute after it was opened, by the carrier e-mail. */
final class GivenReleased {

    static final Instant RELEASED_AT = Scenario.START.plus(Duration.ofMinutes(1));
    static final Instant TRY_UNTIL = RELEASED_AT.plus(Duration.ofHours(1));

    private GivenReleased() {}

    static Customer customer() {
        return customer(Given.profile(), Optional.of(Carrier.EMAIL));
    }

    static Customer customer(Profile profile, Optional<Carrier> carrier) {
        var known = new Customer("C-1", Given.assessment().profile(profile).build(), AskingSignals.NONE, List.of());
        Review opened = new Drafter(Given.POLICY, Holidays.NONE).review(known, true, "ask-1", Scenario.START);
        var decision = new PersonDecision(
                new Person("rep-7", Role.ACCOUNT_OWNER), Verdict.APPROVE, null, null, Scenario.START);
        Customer approved =
                opened.customer().after(((Pending) opened.customer().asks().getFirst()).approve(decision));
        return new Releases(Given.POLICY, carrier)
                .decide(approved, "ask-1", RELEASED_AT)
                .map(step -> approved.after(step.ask()))
                .orElseThrow();
    }

    static Released ask(Customer customer) {
        return (Released) customer.asks().getFirst();
    }

    /** The first attempt, that nobody is at. */
    static Dispatch dispatch() {
        return dispatch(ask(customer()).draft().textHash(), 0, null);
    }

    static Dispatch dispatch(String approvedText, int attempts, @Nullable Instant leaseUntil) {
        return new Dispatch("ask-1", "C-1", Carrier.EMAIL, approvedText, attempts, TRY_UNTIL, leaseUntil);
    }
}
