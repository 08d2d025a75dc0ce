package io.askwell.transport.kafka;

import io.askwell.transport.event.KeyPartition;
import io.askwell.transport.event.Traceparent;
import io.askwell.transport.inbox.Inbox;
import io.askwell.transport.metrics.OnceCommitted;
import io.askwell.transport.metrics.TransportMetrics;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** How the records of one topic are applied: in a database transaction, with the positions that move past them. */
final class RecordTransaction<V> {

    private final String group;
    private final Inbox inbox;
    private final TransactionOperations transactions;
    private final TransportMetrics metrics;
    private final Deserializer<V> values;
    private final BatchHandler<V> handler;

    RecordTransaction(
            String group,
            Inbox inbox,
            TransactionOperations transactions,
            TransportMetrics metrics,
            Deserializer<V> values,
            BatchHandler<V> handler) {
        this.group = group;
        this.inbox = inbox;
        this.transactions = transactions;
        this.metrics = metrics;
        this.values = values;
        this.handler = handler;
    }

    /** In a transaction of its own. */
    void applyAlone(ConsumerRecord<byte[], byte[]> record, Consumer<?, ?> consumer) {
        transactions.executeWithoutResult(_ -> {
            if (inbox.advance(group, new TopicPartition(record.topic(), record.partition()), record.offset())) {
                apply(List.of(record), consumer);
            } else {
                passOver(record);
            }
        });
    }

    /** In the transaction of the caller, who has the positions. */
    void apply(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        handler.handleAll(
                records.stream().map(record -> delivery(record, consumer)).toList());
    }

    /** One that was applied, or given up, before changes nothing, whatever it holds. */
    void passOver(ConsumerRecord<?, ?> record) {
        OnceCommitted.count(() -> metrics.redelivered(record.topic()));
    }

    /** Tells the handler of a record that was given up. One without a key, or with a key that is no text, concerns nobody. */
    void putAside(ConsumerRecord<?, ?> record) {
        if (record.key() instanceof byte[] key) {
            text(key).ifPresent(handler::putAside);
        }
    }

    private Delivery<V> delivery(ConsumerRecord<byte[], byte[]> record, Consumer<?, ?> consumer) {
        requireOwnPartition(record, consumer);
        return new Delivery<>(decode(record), Traceparent.continuing(record.headers()));
    }

    private static void requireOwnPartition(ConsumerRecord<byte[], byte[]> record, Consumer<?, ?> consumer) {
        if (record.key() == null) {
            throw new PoisonRecordException("no_key", "The record has no key");
        }
        int right = KeyPartition.of(
                record.key(), consumer.partitionsFor(record.topic()).size());
        if (right != record.partition()) {
            throw new PoisonRecordException("wrong_partition", "The key belongs on partition " + right);
        }
    }

    private ConsumerRecord<String, @Nullable V> decode(ConsumerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                decodeKey(record.key()),
                decodeValue(record),
                record.headers(),
                record.leaderEpoch());
    }

    private static String decodeKey(byte[] key) {
        return text(key).orElseThrow(() -> new PoisonRecordException("undecodable", "The key is not UTF-8"));
    }

    private static Optional<String> text(byte[] utf8) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private @Nullable V decodeValue(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            return values.deserialize(record.topic(), record.headers(), record.value());
        } catch (RuntimeException failure) {
            if (BrokenWorld.caused(failure)) {
                throw failure;
            }
            throw new PoisonRecordException("undecodable", "The value cannot be decoded", failure);
        }
    }
}
