package io.askwell.transport.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A row that waits to be published. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record OutboxRow(
        long position,
        String topic,
        String key,
        byte @Nullable [] value,
        Map<String, String> headers,
        Instant createdAt) {

    /** The record's time is the row's, so that a record which waited for the broker keeps its place in time. */
    ProducerRecord<byte[], byte @Nullable []> toRecord() {
        var record = new ProducerRecord<byte[], byte @Nullable []>(
                topic, null, createdAt.toEpochMilli(), key.getBytes(UTF_8), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }
}
