package io.askwell.local.bench;

import io.askwell.asks.v1.PendingAsk;
import io.askwell.local.server.ServerFailedException;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the queue of pending asks as an approval UI does and notes when each customer's ask is first seen. */
final class QueueWatch implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Long> seenAt = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong records = new AtomicLong();
    private final Deserializer<PendingAsk> asks;
    private final Thread thread;

    QueueWatch(String bootstrapServers, AvroSerdes serdes) {
        this.asks = serdes.deserializer(TopicCatalogue.PENDING_ASKS);
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var topic = TopicCatalogue.PENDING_ASKS;
        var partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.thread = Thread.ofPlatform().name("queue-watch").daemon().start(this::watch);
    }

    /** When each customer's ask was first seen, by {@link System#nanoTime()}. */
    Map<String, Long> seenAt() {
        return seenAt;
    }

    int meanRecordBytes() {
        return Math.toIntExact(bytes.get() / Math.max(1, records.get()));
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while the watch of the queue ended", e);
        }
    }

    private void watch() {
        try (consumer) {
            while (true) {
                var polled = consumer.poll(Duration.ofSeconds(1));
                long now = System.nanoTime();
                polled.forEach(record -> note(record, now));
            }
        } catch (WakeupException _) {
            // It is over.
        }
    }

    private void note(ConsumerRecord<byte[], byte[]> record, long now) {
        if (record.value() != null) {
            seenAt.putIfAbsent(asks.deserialize(record.topic(), record.value()).getCustomerId(), now);
            bytes.addAndGet(record.value().length);
            records.incrementAndGet();
        }
    }
}
