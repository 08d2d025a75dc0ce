package io.askwell.readiness.kafka;

import io.askwell.readiness.application.replay.RecordedSignals;
import io.askwell.readiness.kafka.Reading.NewerKind;
import io.askwell.readiness.kafka.Reading.Poison;
import io.askwell.readiness.kafka.Reading.Read;
import io.askwell.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.processor.api.Record;

/** The topic of signals, read by nobody in particular: a consumer without a group commits nothing, and no one waits for it. */
public final class SignalLog implements RecordedSignals, AutoCloseable {

    private static final String TOPIC = TopicCatalogue.SIGNALS.name();
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int MOST_SILENT_POLLS = 30;
    private static final int ANSWER_MILLIS = 15_000;
    private static final int RECORDS_AT_ONCE = 2_000;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SignalReader reader;

    public SignalLog(String bootstrapServers, SignalFormat format) {
        this.consumer = new KafkaConsumer<>(
                settings(bootstrapServers), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.reader = new SignalReader(format);
    }

    @Override
    public List<Partition> partitions() {
        List<TopicPartition> all = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        return all.stream()
                .map(partition -> new Partition(
                        partition.partition(), begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L)))
                .toList();
    }

    @Override
    public void read(Partition partition, Reader into) {
        var assigned = new TopicPartition(TOPIC, partition.number());
        consumer.assign(List.of(assigned));
        consumer.seek(assigned, partition.from());
        long position = partition.from();
        int silentPolls = 0;
        while (position < partition.until()) {
            consumer.poll(POLL).records(assigned).stream()
                    .filter(record -> record.offset() < partition.until())
                    .forEach(record -> tell(record, into));
            // Past the markers of transactions too, which are offsets but no records.
            long reached = Math.min(consumer.position(assigned), partition.until());
            silentPolls = reached == position ? silentPolls + 1 : 0;
            if (silentPolls == MOST_SILENT_POLLS) {
                throw new IllegalStateException("Kafka has sent nothing of %s for %d s, though there is more"
                        .formatted(
                                assigned, POLL.multipliedBy(MOST_SILENT_POLLS).toSeconds()));
            }
            position = reached;
            into.reached(position);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void tell(ConsumerRecord<byte[], byte[]> record, Reader into) {
        long acceptedAt = ReadinessTopology.acceptedAt(record, ConsumerRecord.NO_TIMESTAMP);
        var read = reader.read(
                new Record<>(record.key(), record.value(), acceptedAt, record.headers()), record.partition());
        switch (read) {
            case Read(var customerId, var signal) -> into.signal(customerId, signal);
            case NewerKind() -> into.passedOver("newer_kind");
            case Poison poison -> into.passedOver(poison.reason());
        }
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "askwell-replay");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Records may be deleted at the beginning of the log while it is read; then the oldest that is left comes next.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        return settings;
    }
}
