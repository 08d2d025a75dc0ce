package io.askwell.ask.kafka;

import io.askwell.ask.domain.delivery.Delivery;
import io.askwell.ask.domain.delivery.Delivery.Settlement;
import io.askwell.asks.v1.DeliveryMethod;
import io.askwell.asks.v1.DeliveryOutcome;
import org.jspecify.annotations.Nullable;

/** A delivery as Avro. What a carrier did not deliver leaves by its owner. */
final class DeliveryWriter {

    private DeliveryWriter() {}

    static io.askwell.asks.v1.Delivery of(Delivery delivery) {
        var written = io.askwell.asks.v1.Delivery.newBuilder();
        return switch (delivery) {
            case Delivery.ByOwner _ ->
                written.setMethod(DeliveryMethod.by_owner).build();
            case Delivery.Awaited awaited ->
                written.setMethod(Words.method(awaited.carrier())).build();
            case Delivery.Unknown unknown ->
                written.setMethod(Words.method(unknown.carrier()))
                        .setOutcome(DeliveryOutcome.unknown)
                        .setReason(unknown.reason())
                        .build();
            case Delivery.Delivered delivered ->
                written.setMethod(Words.method(delivered.carrier()))
                        .setOutcome(DeliveryOutcome.delivered)
                        .setReference(delivered.reference())
                        .setReason(reason(delivered.settlement()))
                        .setSettledBy(by(delivered.settlement()))
                        .build();
            case Delivery.Failed failed ->
                written.setMethod(DeliveryMethod.by_owner)
                        .setOutcome(DeliveryOutcome.failed)
                        .setReason(failed.reason())
                        .setSettledBy(by(failed.settlement()))
                        .build();
        };
    }

    private static @Nullable String reason(@Nullable Settlement settlement) {
        return settlement == null ? null : settlement.reason();
    }

    private static @Nullable String by(@Nullable Settlement settlement) {
        return settlement == null ? null : settlement.by();
    }
}
