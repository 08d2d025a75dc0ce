package io.askwell.ask.http;

import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.delivery.Delivery;
import io.askwell.ask.domain.delivery.Delivery.Settlement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a released ask leaves, and what became of it.
 *
 * @param method email, webhook, or by_owner: its owner sends it, also after a carrier did not
 * @param outcome delivered, failed or unknown; null until it is known, and for what its owner sends from the start
 * @param reference by which the carrier knows it
 * @param reason why it failed or is unknown, or what the person found out who settled it
 * @param at when the outcome became known
 */
public record DeliveryView(
        String method,
        @Nullable String outcome,
        @Nullable String reference,
        @Nullable String reason,
        @Nullable Instant at) {

    private static final String BY_OWNER = "by_owner";

    static @Nullable DeliveryView of(Ask ask) {
        return ask instanceof Ask.Left left ? of(left.delivery()) : null;
    }

    private static DeliveryView of(Delivery delivery) {
        return switch (delivery) {
            case Delivery.ByOwner _ -> new DeliveryView(BY_OWNER, null, null, null, null);
            case Delivery.Awaited awaited -> new DeliveryView(method(awaited.carrier()), null, null, null, null);
            case Delivery.Unknown unknown ->
                new DeliveryView(method(unknown.carrier()), "unknown", null, unknown.reason(), unknown.at());
            case Delivery.Delivered delivered ->
                new DeliveryView(
                        method(delivered.carrier()),
                        "delivered",
                        delivered.reference(),
                        words(delivered.settlement()),
                        delivered.at());
            case Delivery.Failed failed -> new DeliveryView(BY_OWNER, "failed", null, failed.reason(), failed.at());
        };
    }

    private static String method(Carrier carrier) {
        return Words.of(carrier);
    }

    private static @Nullable String words(@Nullable Settlement settlement) {
        return settlement == null ? null : settlement.reason();
    }
}
