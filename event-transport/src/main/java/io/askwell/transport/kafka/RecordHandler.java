package io.askwell.transport.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Applies one record: map, call, switch on the result, return. It runs in a database transaction that ends with the position
 * moved past the record; what it changes and what it appends to the outbox commits with that, or not at all.
 */
@FunctionalInterface
public interface RecordHandler<V> {

    /** Throws {@link PoisonRecordException} when the record can never be applied. A tombstone comes with a null value. */
    void handle(ConsumerRecord<String, @Nullable V> record);

    /**
     * A record with this key was given up and is a dead letter now. Runs in the transaction that moves the position past
     * it, so that state which lacks the record can say so. Not called where the key is absent or not UTF-8.
     */
    default void putAside(String key) {}
}
