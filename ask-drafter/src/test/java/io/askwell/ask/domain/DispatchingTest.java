package io.askwell.ask.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.domain.Ask.Left;
import io.askwell.ask.domain.Dispatching.Next;
import io.askwell.ask.domain.Dispatching.Outcome;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.customer.Concern;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Readiness;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.delivery.Delivery;
import io.askwell.ask.domain.delivery.Delivery.Awaited;
import io.askwell.ask.domain.delivery.Dispatch;
import io.askwell.ask.domain.delivery.Handover;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A released ask leaves at most once. */
class DispatchingTest {

    private static final Instant NOW = GivenReleased.RELEASED_AT.plusSeconds(1);
    private static final Optional<Carrier> EMAIL = Optional.of(Carrier.EMAIL);

    private final Customer customer = GivenReleased.customer();
    private final Dispatch dispatch = GivenReleased.dispatch();

    @Test
    void anAskByEmailWithAnAddressLeavesByTheCarrierOfTheSite() {
        assertThat(delivery(customer)).isEqualTo(new Awaited(Carrier.EMAIL));
        assertThat(Dispatching.next(dispatch, customer, NOW)).isInstanceOf(Next.Send.class);
    }

    @Test
    void withoutACarrierOrAnAddressTheOwnerSends() {
        assertThat(delivery(GivenReleased.customer(Given.profile(), Optional.empty())))
                .isEqualTo(new Delivery.ByOwner());
        assertThat(delivery(GivenReleased.customer(profile(Channel.EMAIL, null), EMAIL)))
                .isEqualTo(new Delivery.ByOwner());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EMAIL")
    void whatIsNotAnEmailIsItsOwnersToSend(Channel channel) {
        assertThat(delivery(GivenReleased.customer(profile(channel, "ann@acme.example"), EMAIL)))
                .isEqualTo(new Delivery.ByOwner());
    }

    @Test
    void whatTheCarrierTookIsDeliveredAndNeverSentAgain() {
        Customer after = concluded(new Handover.Taken("<ask-1@site.example>"));

        assertThat(delivery(after)).isEqualTo(new Delivery.Delivered(Carrier.EMAIL, "<ask-1@site.example>", null, NOW));
        assertThat(Dispatching.next(dispatch, after, NOW)).isEqualTo(new Next.Drop());
    }

    @Test
    void whatTheCarrierRefusedIsItsOwnersToSend() {
        assertThat(delivery(concluded(new Handover.Refused("recipient_refused 550"))))
                .isEqualTo(new Delivery.Failed(Carrier.EMAIL, "recipient_refused 550", null, NOW));
    }

    @Test
    void whatMayHaveLeftIsUnknownAndNeverSentAgain() {
        Customer after = concluded(new Handover.Unclear("no_answer"));

        assertThat(delivery(after)).isEqualTo(new Delivery.Unknown(Carrier.EMAIL, "no_answer", NOW));
        assertThat(Dispatching.next(dispatch, after, NOW)).isEqualTo(new Next.Drop());
    }

    @Test
    void whenNothingLeftItIsTriedAgainAfterEverLongerPauses() {
        assertThat(List.of(1, 2, 3, 7, 40).stream().map(this::pauseAfter))
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5));
    }

    @Test
    void aCarrierThatStaysOutOfReachLeavesItToTheOwner() {
        Next next = Dispatching.next(dispatch, customer, GivenReleased.TRY_UNTIL);

        assertThat(delivery(conclusion(next)))
                .isEqualTo(new Delivery.Failed(Carrier.EMAIL, "carrier_out_of_reach", null, GivenReleased.TRY_UNTIL));
    }

    @Test
    void aSenderThatNeverCameBackLeavesTheOutcomeUnknown() {
        Next next = Dispatching.next(GivenReleased.dispatch(dispatch.approvedText(), 1, NOW), customer, NOW);

        assertThat(delivery(conclusion(next))).isEqualTo(new Delivery.Unknown(Carrier.EMAIL, "sender_lost", NOW));
    }

    @Test
    void aTextThatIsNotTheApprovedOneIsNeverSent() {
        Next next = Dispatching.next(GivenReleased.dispatch("0".repeat(64), 0, null), customer, NOW);

        assertThat(next)
                .isInstanceOfSatisfying(
                        Next.Distrust.class,
                        distrust -> assertThat(((Left) distrust.step().ask()).delivery())
                                .isEqualTo(new Delivery.Unknown(Carrier.EMAIL, "text_is_not_the_approved_one", NOW)));
    }

    @Test
    void aConcernThatOpensBeforeItLeftKeepsItFromLeaving() {
        Customer concerned = customer.assessed(Given.assessment()
                .decision(Readiness.HOLD)
                .concerns(List.of(new Concern("complaint", NOW, null, List.of("desk/c-1"))))
                .reasons(List.of(Reason.of("complaint")))
                .build());

        Next next = Dispatching.next(GivenReleased.dispatch(dispatch.approvedText(), 1, null), concerned, NOW);

        assertThat(delivery(conclusion(next)))
                .isEqualTo(new Delivery.Failed(Carrier.EMAIL, "not_sent: complaint", null, NOW));
    }

    @Test
    void anAskThatWasAnsweredBeforeItLeftDoesNotLeave() {
        Customer answered = customer.after(GivenReleased.ask(customer).answer(null, NOW));

        assertThat(delivery(conclusion(Dispatching.next(dispatch, answered, NOW))))
                .isEqualTo(new Delivery.Failed(Carrier.EMAIL, "not_sent: answered", null, NOW));
    }

    @Test
    void aSenderThatWasGivenUpAndComesBackKnowsBetterThanNobody() {
        Customer lost = concluded(new Handover.Unclear("sender_lost"));

        Outcome outcome = Dispatching.after(new Handover.Taken("ref"), dispatch, lost, NOW);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Concluded.class,
                        concluded -> assertThat(((Left) concluded.step().ask()).delivery())
                                .isEqualTo(new Delivery.Delivered(Carrier.EMAIL, "ref", null, NOW)));
    }

    private Customer concluded(Handover handover) {
        return switch (Dispatching.after(handover, dispatch, customer, NOW)) {
            case Outcome.Concluded concluded -> customer.after(concluded.step().ask());
            case Outcome.TryAgain _, Outcome.TooLate _ -> throw new AssertionError("No conclusion");
        };
    }

    private Duration pauseAfter(int attempts) {
        Dispatch tried = GivenReleased.dispatch(dispatch.approvedText(), attempts, NOW);
        return switch (Dispatching.after(new Handover.NothingLeft("no_connection"), tried, customer, NOW)) {
            case Outcome.TryAgain later -> Duration.between(NOW, later.at());
            case Outcome.Concluded _, Outcome.TooLate _ -> throw new AssertionError("It is not tried again");
        };
    }

    private Customer conclusion(Next next) {
        return switch (next) {
            case Next.Conclude conclude -> customer.after(conclude.step().ask());
            case Next.Send _, Next.Distrust _, Next.Drop _ -> throw new AssertionError("No conclusion: " + next);
        };
    }

    private static Delivery delivery(Customer of) {
        return ((Left) of.asks().getFirst()).delivery();
    }

    private static Profile profile(Channel channel, @Nullable String email) {
        Profile usual = Given.profile();
        return new Profile(
                usual.ownerId(),
                usual.zone(),
                channel,
                usual.company(),
                usual.highValue(),
                usual.sensitive(),
                usual.partner(),
                usual.askConsent(),
                usual.customerName(),
                usual.contactName(),
                email,
                usual.segment(),
                usual.country(),
                usual.interactions(),
                usual.champion(),
                usual.publicAdvocacyConsent(),
                usual.signedUpAt());
    }
}
