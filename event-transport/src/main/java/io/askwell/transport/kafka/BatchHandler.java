package io.askwell.transport.kafka;

import java.util.List;

/**
 * Applies what a poll returned of one topic, together. Runs in a database transaction that also remembers the records; what it
 * changes and what it appends to the outbox commits with that, or not at all.
 */
public interface BatchHandler<V> {

    /**
     * Throws {@link PoisonRecordException} when one of them can never be applied; then each is handed in again, alone.
     *
     * @param deliveries at least one; those of a key in order
     */
    void handleAll(List<Delivery<V>> deliveries);

    /**
     * A record with this key was given up and is a dead letter now. Runs in the transaction that moves the position past
     * it, so that state which lacks the record can say so. Not called where the key is absent or not UTF-8.
     */
    default void putAside(String key) {}
}
