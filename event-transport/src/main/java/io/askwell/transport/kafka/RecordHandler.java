package io.askwell.transport.kafka;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Applies records one after another, each in its trace. */
@FunctionalInterface
public interface RecordHandler<V> extends BatchHandler<V> {

    /** Throws {@link PoisonRecordException} when the record can never be applied. A tombstone comes with a null value. */
    void handle(ConsumerRecord<String, @Nullable V> record);

    @Override
    default void handleAll(List<Delivery<V>> deliveries) {
        for (Delivery<V> delivery : deliveries) {
            delivery.trace().during(() -> {
                handle(delivery.record());
                return delivery;
            });
        }
    }
}
