package io.askwell.transport.outbox;

import io.askwell.transport.event.CloudEventHeaders;
import org.jspecify.annotations.Nullable;

/**
 * One record to be published.
 *
 * @param key decides the partition and the order: records of one key are published in the order in which they were appended
 * @param value the encoded fact; null is a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutboxRecord(String topic, String key, byte @Nullable [] value, CloudEventHeaders event) {

    public static OutboxRecord tombstone(String topic, String key, CloudEventHeaders event) {
        return new OutboxRecord(topic, key, null, event);
    }
}
