package io.askwell.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.local.server.SharedServers;
import io.askwell.readiness.v1.CoveredThrough;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalRecorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes and reads the topics as the door, the scorer and readers outside would. */
final class Log {

    static final String SCORER = "readiness-scorer-v1";

    private static final Map<String, Object> BROKER =
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, SharedServers.bootstrapServers());
    private static final KafkaProducer<byte[], byte[]> PRODUCER =
            new KafkaProducer<>(BROKER, new ByteArraySerializer(), new ByteArraySerializer());
    private static final Admin ADMIN = Admin.create(BROKER);

    private Log() {}

    static CoveredThrough signal(SignalRecorded signal) {
        return write(
                TopicCatalogue.SIGNALS,
                signal.getCustomerId(),
                RunningDrafter.serdes()
                        .serializer(TopicCatalogue.SIGNALS)
                        .serialize(TopicCatalogue.SIGNALS.name(), signal));
    }

    static CoveredThrough assessment(ReadinessAssessed assessment) {
        return write(
                TopicCatalogue.READINESS,
                assessment.getCustomerId(),
                RunningDrafter.serdes()
                        .serializer(TopicCatalogue.READINESS)
                        .serialize(TopicCatalogue.READINESS.name(), assessment));
    }

    static CoveredThrough write(Topic<?> topic, String key, byte[] value) {
        try {
            var metadata = PRODUCER.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), value))
                    .get();
            return CoveredThrough.newBuilder()
                    .setPartition(metadata.partition())
                    .setOffset(metadata.offset())
                    .build();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** The scorer has read every signal that there is now. */
    static void scorerHasReadEverything() {
        scorerHasRead(signalEnds());
    }

    static Map<TopicPartition, Long> signalEnds() {
        try (var consumer = consumer()) {
            return consumer.endOffsets(partitions(TopicCatalogue.SIGNALS));
        }
    }

    static void scorerHasRead(Map<TopicPartition, Long> ends) {
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        ends.forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end)));
        try {
            ADMIN.alterConsumerGroupOffsets(SCORER, offsets).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused the offsets", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Every committed record of a topic with this key, in order. */
    static <T extends SpecificRecord> List<T> values(Topic<T> topic, String key) {
        var deserializer = RunningDrafter.serdes().deserializer(topic);
        return records(topic.name(), key).stream()
                .map(record -> deserializer.deserialize(topic.name(), record.value()))
                .toList();
    }

    static List<ConsumerRecord<byte[], byte[]>> records(String topic, String key) {
        return records(topic).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .toList();
    }

    static List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (var consumer = consumer()) {
            var partitions = partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            }
            return records;
        }
    }

    private static List<TopicPartition> partitions(Topic<?> topic) {
        return partitions(topic.name());
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer() {
        var settings = new HashMap<>(BROKER);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
