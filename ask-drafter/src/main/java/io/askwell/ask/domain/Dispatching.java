package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Left;
import io.askwell.ask.domain.AskStep.Kind;
import io.askwell.ask.domain.ContinuingRule.NoConcern;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.delivery.Delivery;
import io.askwell.ask.domain.delivery.Delivery.Awaited;
import io.askwell.ask.domain.delivery.Delivery.Unsettled;
import io.askwell.ask.domain.delivery.Dispatch;
import io.askwell.ask.domain.delivery.Handover;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides what is done next about a released ask that a carrier shall have, so that it leaves at most once: it is sent
 * again only when the last attempt left nothing behind, and whatever may have left goes to a person.
 */
public final class Dispatching {

    private Dispatching() {}

    /** What to do about it now. */
    public sealed interface Next {

        record Send(Left ask) implements Next {}

        /** The outcome is known without sending, or will never be. */
        record Conclude(AskStep step) implements Next {}

        /** The text is not the one that was approved. Somebody or something is broken; a person looks at it. */
        record Distrust(AskStep step) implements Next {}

        /** Nothing: it was settled meanwhile. */
        record Drop() implements Next {}
    }

    /** What became of an attempt. */
    public sealed interface Outcome {

        record Concluded(AskStep step) implements Outcome {}

        record TryAgain(Instant at) implements Outcome {}

        /** A person was faster, and what the person said stands. */
        record TooLate() implements Outcome {}
    }

    /** Looks at a dispatch that is due: nobody has sent it yet, or its sender's lease has run out. */
    public static Next next(Dispatch dispatch, Customer customer, Instant now) {
        if (!(left(customer, dispatch) instanceof Left ask && ask.delivery() instanceof Awaited awaited)) {
            return new Next.Drop();
        }
        if (dispatch.leaseUntil() != null) {
            return new Next.Conclude(delivered(ask, awaited.lost("sender_lost", now), now));
        }
        if (!ask.draft().textHash().equals(dispatch.approvedText())) {
            return new Next.Distrust(delivered(ask, awaited.lost("text_is_not_the_approved_one", now), now));
        }
        List<Reason> against = against(customer, ask);
        if (!against.isEmpty()) {
            return new Next.Conclude(delivered(ask, awaited.failed("not_sent: " + codes(against), null, now), now));
        }
        if (!now.isBefore(dispatch.tryUntil())) {
            return new Next.Conclude(delivered(ask, awaited.failed("carrier_out_of_reach", null, now), now));
        }
        return new Next.Send(ask);
    }

    /** A sender that was given up and comes back all the same still knows better than nobody. */
    public static Outcome after(Handover handover, Dispatch dispatch, Customer customer, Instant now) {
        if (!(left(customer, dispatch) instanceof Left ask && ask.delivery() instanceof Unsettled unsettled)) {
            return new Outcome.TooLate();
        }
        return switch (handover) {
            case Handover.Taken taken -> concluded(ask, unsettled.delivered(taken.reference(), null, now), now);
            case Handover.Refused refused -> concluded(ask, unsettled.failed(refused.reason(), null, now), now);
            case Handover.NothingLeft _
            when unsettled instanceof Awaited -> new Outcome.TryAgain(dispatch.nextAttempt(now));
            case Handover.NothingLeft nothing -> concluded(ask, unsettled.failed(nothing.reason(), null, now), now);
            case Handover.Unclear unclear ->
                unsettled instanceof Awaited awaited
                        ? concluded(ask, awaited.lost(unclear.reason(), now), now)
                        : new Outcome.TooLate();
        };
    }

    /** What came while the carrier was out of reach: a concern, or an answer to an ask that the customer knows already. */
    private static List<Reason> against(Customer customer, Left ask) {
        return switch (ask) {
            case Ask.Released _ -> NoConcern.reasons(customer, ask);
            case Ask.Answered _ -> List.of(Reason.of("answered"));
        };
    }

    static AskStep delivered(Left ask, Delivery delivery, Instant now) {
        return new AskStep(Kind.DELIVERED, ask.with(delivery), now);
    }

    private static Outcome concluded(Left ask, Delivery delivery, Instant now) {
        return new Outcome.Concluded(delivered(ask, delivery, now));
    }

    private static Ask left(Customer customer, Dispatch dispatch) {
        return customer.ask(dispatch.askId())
                .orElseThrow(() -> new IllegalStateException("No ask " + dispatch.askId() + " of its customer"));
    }

    private static String codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).collect(Collectors.joining(", "));
    }
}
