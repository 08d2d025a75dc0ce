package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Left;
import io.askwell.ask.domain.delivery.Delivery;
import io.askwell.ask.domain.delivery.Delivery.Settlement;
import io.askwell.ask.domain.delivery.Delivery.Unknown;
import java.time.Instant;
import java.util.Optional;

/** Decides what comes of a person's word about a delivery whose outcome nobody knows. */
public final class DeliverySettlement {

    private DeliverySettlement() {}

    /** What a person found out, and how. */
    public record Finding(Person by, boolean delivered, String reason) {}

    /** The answer to the person. */
    public sealed interface Result {

        record Settled(AskStep step) implements Result {}

        record NoSuchAsk() implements Result {}

        /** Only the account owner or the program owner settles. */
        record NotTheirs() implements Result {}

        /** There is nothing to settle: {@code ask} tells why. */
        record NotUnknown(Ask ask) implements Result {}
    }

    public static Result settle(Customer customer, String askId, Finding finding, Instant now) {
        Optional<Ask> found = customer.ask(askId);
        if (found.isEmpty()) {
            return new Result.NoSuchAsk();
        }
        Ask ask = found.get();
        if (!Authority.mayDecide(finding.by(), ask)) {
            return new Result.NotTheirs();
        }
        if (!(ask instanceof Left left && left.delivery() instanceof Unknown unknown)) {
            return new Result.NotUnknown(ask);
        }
        var settlement = new Settlement(finding.by().id(), finding.reason());
        Delivery delivery = finding.delivered()
                ? unknown.delivered(null, settlement, now)
                : unknown.failed(finding.reason(), settlement, now);
        return new Result.Settled(Dispatching.delivered(left, delivery, now));
    }
}
