package io.askwell.ask.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.ask.application.QueueTopic;
import io.askwell.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the queue from its start, as an approval UI does. */
public final class KafkaQueueTopic implements QueueTopic {

    private static final String TOPIC = TopicCatalogue.PENDING_ASKS.name();
    private static final Duration ONE_POLL = Duration.ofMillis(100);

    private final Map<String, Object> settings;

    /** @param clientSettings what every Kafka consumer of the service needs to reach the broker */
    public KafkaQueueTopic(Map<String, Object> clientSettings) {
        settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    }

    @Override
    public Set<String> askIds() {
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var held = new HashSet<String>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(ONE_POLL).forEach(record -> apply(record, held));
            }
            return Set.copyOf(held);
        }
    }

    private static void apply(ConsumerRecord<byte[], byte[]> record, Set<String> held) {
        String askId = new String(record.key(), UTF_8);
        if (record.value() == null) {
            held.remove(askId);
        } else {
            held.add(askId);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        try {
            List<PartitionInfo> known = consumer.partitionsFor(TOPIC);
            if (known.isEmpty()) {
                throw new MissingException("There is no topic " + TOPIC);
            }
            return known.stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
        } catch (UnknownTopicOrPartitionException _) {
            throw new MissingException("There is no topic " + TOPIC);
        }
    }
}
