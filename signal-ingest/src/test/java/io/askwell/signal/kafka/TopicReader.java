package io.askwell.signal.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is written to some topics after a certain moment. */
final class TopicReader {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofMillis(300);

    private final String bootstrapServers;
    private Map<TopicPartition, Long> from = Map.of();

    TopicReader(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void fromNowOn(String... topics) {
        try (var consumer = consumer()) {
            List<TopicPartition> partitions = Stream.of(topics)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            from = Map.copyOf(consumer.endOffsets(partitions));
        }
    }

    /** Exactly as many records as are said; in order within each partition. */
    List<ConsumerRecord<String, byte[]>> read(int expected) {
        List<ConsumerRecord<String, byte[]>> records = readAtLeast(expected);
        if (records.size() != expected) {
            throw new AssertionError("Expected " + expected + " records, read " + records.size());
        }
        return records;
    }

    /** As many records as are said, and whatever comes shortly after them. */
    List<ConsumerRecord<String, byte[]>> readAtLeast(int expected) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = consumer()) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            Instant deadline = Instant.now().plus(PATIENCE);
            while (records.size() < expected && Instant.now().isBefore(deadline)) {
                consumer.poll(SILENCE).forEach(records::add);
            }
            consumer.poll(SILENCE).forEach(records::add);
        }
        if (records.size() < expected) {
            throw new AssertionError("Expected at least " + expected + " records, read " + records.size());
        }
        return records;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
    }
}
