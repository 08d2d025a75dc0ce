package io.askwell.ask.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.domain.Ask.Left;
import io.askwell.ask.domain.DeliverySettlement.Finding;
import io.askwell.ask.domain.DeliverySettlement.Result;
import io.askwell.ask.domain.Person.Role;
import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.delivery.Delivery;
import io.askwell.ask.domain.delivery.Delivery.Settlement;
import io.askwell.ask.domain.delivery.Handover;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A person settles a delivery whose outcome nobody knows. */
class DeliverySettlementTest {

    private static final Instant NOW = GivenReleased.RELEASED_AT.plusSeconds(60);
    private static final Person OWNER = new Person("rep-7", Role.ACCOUNT_OWNER);

    private final Customer released = GivenReleased.customer();
    private final Customer unknown = unknown();

    @Test
    void theOwnerSettlesItAsDelivered() {
        assertThat(settled(new Finding(OWNER, true, "she answered by phone")))
                .isEqualTo(new Delivery.Delivered(
                        Carrier.EMAIL, null, new Settlement("rep-7", "she answered by phone"), NOW));
    }

    @Test
    void whatIsSettledAsFailedIsItsOwnersToSend() {
        var pat = new Person("pat", Role.PROGRAM_OWNER);

        assertThat(settled(new Finding(pat, false, "not in the log of the relay")))
                .isEqualTo(new Delivery.Failed(
                        Carrier.EMAIL,
                        "not in the log of the relay",
                        new Settlement("pat", "not in the log of the relay"),
                        NOW));
    }

    @Test
    void whoSettledItAndWhyIsRemembered() {
        var result = (Result.Settled) settle(unknown, new Finding(OWNER, true, "she answered"));

        HistoryEntry entry = HistoryEntry.of(result.step());
        assertThat(entry.kind()).isEqualTo(AskStep.Kind.DELIVERED);
        assertThat(entry.by()).isEqualTo("rep-7");
        assertThat(entry.reason()).isEqualTo("she answered");
    }

    @Test
    void onlyAnUnknownOneIsSettled() {
        assertThat(settle(released, new Finding(OWNER, true, "I think so"))).isInstanceOf(Result.NotUnknown.class);
    }

    @Test
    void theOwnerOfOtherCustomersAndOperatorsDoNotSettle() {
        var other = new Person("rep-8", Role.ACCOUNT_OWNER);
        var operator = new Person("ops", Role.OPERATOR);

        assertThat(settle(unknown, new Finding(other, true, "seen"))).isEqualTo(new Result.NotTheirs());
        assertThat(settle(unknown, new Finding(operator, true, "seen"))).isEqualTo(new Result.NotTheirs());
    }

    private Delivery settled(Finding finding) {
        var result = (Result.Settled) settle(unknown, finding);
        return ((Left) result.step().ask()).delivery();
    }

    private static Result settle(Customer customer, Finding finding) {
        return DeliverySettlement.settle(customer, "ask-1", finding, NOW);
    }

    private Customer unknown() {
        var outcome = (Dispatching.Outcome.Concluded) Dispatching.after(
                new Handover.Unclear("no_answer"), GivenReleased.dispatch(), released, GivenReleased.RELEASED_AT);
        return released.after(outcome.step().ask());
    }
}
