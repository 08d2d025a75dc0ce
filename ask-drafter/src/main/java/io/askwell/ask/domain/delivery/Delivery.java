package io.askwell.ask.domain.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a released ask leaves, and what became of it. Only what is {@link Unsettled} can still change, and nothing but an
 * {@link Awaited} one is ever handed to a carrier.
 */
public sealed interface Delivery {

    /** Handed to its owner to send. */
    record ByOwner() implements Delivery {}

    /** Nobody can say yet whether it was delivered. */
    sealed interface Unsettled extends Delivery {

        Carrier carrier();

        /** @param reference under which the carrier knows it; null when a person settled it */
        default Delivered delivered(@Nullable String reference, @Nullable Settlement settlement, Instant at) {
            return new Delivered(carrier(), reference, settlement, at);
        }

        /** From here on its owner sends it, and we never do. */
        default Failed failed(String reason, @Nullable Settlement settlement, Instant at) {
            return new Failed(carrier(), reason, settlement, at);
        }
    }

    /** On its way to the carrier, or still to be handed over. */
    record Awaited(Carrier carrier) implements Unsettled {

        public Unknown lost(String reason, Instant at) {
            return new Unknown(carrier, reason, at);
        }
    }

    /** It may have left or not, so it is never sent again and waits for a person. */
    record Unknown(Carrier carrier, String reason, Instant at) implements Unsettled {}

    record Delivered(
            Carrier carrier,
            @Nullable String reference,
            @Nullable Settlement settlement,
            Instant at) implements Delivery {}

    /** It did not reach the customer for sure; its owner sends it. */
    record Failed(Carrier carrier, String reason, @Nullable Settlement settlement, Instant at) implements Delivery {}

    /** What a person found out about an unknown one. */
    record Settlement(String by, String reason) {}
}
