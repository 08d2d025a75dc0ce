package io.askwell.transport.kafka;

import io.askwell.transport.inbox.Inbox;
import io.askwell.transport.metrics.TransportMetrics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.Deserializer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.transaction.support.TransactionOperations;

/** Makes the readers of a service with a database. Each is a bean of its own that starts and stops with the application. */
public final class ListenerContainers {

    private static final int MOST_RECORDS_OF_A_TRANSACTION = 200;

    private final Map<String, Object> clientSettings;
    private final Inbox inbox;
    private final TransactionOperations transactions;
    private final DeadLetters deadLetters;
    private final AppliedPositions positions;
    private final TransportMetrics metrics;

    /** @param clientSettings what every Kafka consumer of the service needs to reach the broker */
    public ListenerContainers(
            Map<String, Object> clientSettings,
            Inbox inbox,
            TransactionOperations transactions,
            DeadLetters deadLetters,
            AppliedPositions positions,
            TransportMetrics metrics) {
        this.clientSettings = Map.copyOf(clientSettings);
        this.inbox = inbox;
        this.transactions = transactions;
        this.deadLetters = deadLetters;
        this.positions = positions;
        this.metrics = metrics;
    }

    /**
     * A reader of one topic, in one thread. More partitions at once need more processes, or this method called again
     * with the same group.
     *
     * @param group {@code <service>.<purpose>}; it names the reader's position in the database and at the broker
     * @param values throws {@link org.apache.kafka.common.errors.SerializationException} for bytes that are wrong for good
     */
    public <V> KafkaMessageListenerContainer<byte[], byte[]> reading(
            String group, String topic, Deserializer<V> values, BatchHandler<V> handler) {
        return readingTogether(group, List.of(new TopicReading<>(topic, values, handler)));
    }

    /**
     * A reader of several topics with equal numbers of partitions. However many processes share the group, one of them reads
     * the same partition of all topics: what is said of one key is heard in one place. Of what one poll returned, the first
     * topic's records are applied before the next one's.
     */
    public KafkaMessageListenerContainer<byte[], byte[]> readingTogether(String group, List<TopicReading<?>> readings) {
        var properties = new ContainerProperties(
                readings.stream().map(TopicReading::topic).toArray(String[]::new));
        properties.setGroupId(group);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        properties.setConsumerRebalanceListener(new PositionRestorer(group, inbox, positions));
        Map<String, RecordTransaction<?>> byTopic = readings.stream()
                .collect(Collectors.toUnmodifiableMap(TopicReading::topic, reading -> transaction(group, reading)));
        properties.setMessageListener(new BatchTransaction(
                group,
                inbox,
                transactions,
                readings.stream().map(TopicReading::topic).toList(),
                byTopic));
        var container = new KafkaMessageListenerContainer<>(
                new PositionPublishingConsumers(settings(group), positions), properties);
        container.setCommonErrorHandler(new ReaderFailures(
                deadLetters.recoverer(group, record -> ofTopic(byTopic, record).putAside(record)), metrics));
        container.setBeanName(
                group + "." + readings.stream().map(TopicReading::topic).collect(Collectors.joining(".")));
        return container;
    }

    private static RecordTransaction<?> ofTopic(
            Map<String, RecordTransaction<?>> byTopic, ConsumerRecord<?, ?> record) {
        return Objects.requireNonNull(byTopic.get(record.topic()));
    }

    private <V> RecordTransaction<V> transaction(String group, TopicReading<V> reading) {
        return new RecordTransaction<>(group, inbox, transactions, metrics, reading.values(), reading.handler());
    }

    private Map<String, Object> settings(String group) {
        var settings = new HashMap<>(clientSettings);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // The database knows the position. One that the topic does not have is an accident, and skipping is no answer
        // to it.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // They share a transaction, which keeps its locks until the last of them.
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS_OF_A_TRANSACTION);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // The one assignor that gives the same partition of all topics to the same member.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        return settings;
    }

    /** One topic of a reader. */
    public record TopicReading<V>(String topic, Deserializer<V> values, BatchHandler<V> handler) {}
}
