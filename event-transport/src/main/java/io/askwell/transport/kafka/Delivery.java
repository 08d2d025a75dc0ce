package io.askwell.transport.kafka;

import io.askwell.transport.event.Traceparent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record to be applied. A tombstone has a null value.
 *
 * @param trace what is written for the record carries a child of it
 */
public record Delivery<V>(ConsumerRecord<String, @Nullable V> record, Traceparent trace) {}
