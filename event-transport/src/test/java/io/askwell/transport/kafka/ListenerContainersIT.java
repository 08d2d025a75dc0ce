package io.askwell.transport.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.local.server.SharedServers;
import io.askwell.transport.TestService;
import io.askwell.transport.TopicContents;
import io.askwell.transport.kafka.ListenerContainers.TopicReading;
import io.askwell.transport.metrics.TransportMetrics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.KafkaHeaders;

class ListenerContainersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BROKER = SharedServers.bootstrapServers();
    private static final String GROUP = "test-service.facts";
    private static final byte[] POISON = {0, 1, 2, (byte) 0xFF};

    private final TestService service = TestService.withFreshDatabase();
    private final AppliedPositions positions = new AppliedPositions();
    private final DeadLetters deadLetters =
            new DeadLetters(TestService.reaching(BROKER), service.inbox(), service.transactions(), service.metrics());
    private final String topic = "facts-" + UUID.randomUUID();
    private final String group = GROUP + UUID.randomUUID();
    private final List<KafkaMessageListenerContainer<byte[], byte[]>> readers = new ArrayList<>();

    @BeforeEach
    void createTopics() {
        SharedServers.createTopics(1, topic, topic + DeadLetters.SUFFIX);
    }

    @AfterEach
    void stop() {
        readers.forEach(KafkaMessageListenerContainer::stop);
        deadLetters.close();
    }

    @Test
    void aPoisonRecordIsPutAsideAsItCameAndTheNextOneIsApplied() {
        var poison = new ProducerRecord<>(topic, null, 1_700_000_000_000L, "C-1".getBytes(UTF_8), POISON);
        poison.headers().add("ce_id", "evt-1".getBytes(UTF_8)).add("raw", POISON);
        send(poison);
        send("good");

        startReader(this::apply);

        await().atMost(PATIENCE).until(() -> service.effects().equals(List.of("good")));
        ConsumerRecord<byte[], byte[]> dead = deadLetters().getFirst();
        assertThat(dead.key()).isEqualTo("C-1".getBytes(UTF_8));
        assertThat(dead.value()).isEqualTo(POISON);
        assertThat(dead.headers().lastHeader("raw").value()).isEqualTo(POISON);
        assertThat(TopicContents.header(dead.headers(), "ce_id")).isEqualTo("evt-1");
        assertThat(TopicContents.header(dead.headers(), "dlt_reason")).isEqualTo("undecodable");
        assertThat(TopicContents.header(dead.headers(), "dlt_topic")).isEqualTo(topic);
        assertThat(TopicContents.header(dead.headers(), "dlt_partition")).isEqualTo("0");
        assertThat(TopicContents.header(dead.headers(), "dlt_offset")).isEqualTo("0");
        assertThat(TopicContents.header(dead.headers(), "dlt_exception"))
                .isEqualTo(PoisonRecordException.class.getName() + ": The value cannot be decoded");
        assertThat(TopicContents.header(dead.headers(), KafkaHeaders.DLT_ORIGINAL_TOPIC))
                .isEqualTo(topic);
        assertThat(TopicContents.header(dead.headers(), KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP))
                .isEqualTo(group);
        assertThat(dead.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_OFFSET).value())
                .isEqualTo(ByteBuffer.allocate(8).putLong(0).array());
        assertThat(dead.headers()
                        .lastHeader(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP)
                        .value())
                .isEqualTo(ByteBuffer.allocate(8).putLong(1_700_000_000_000L).array());
        assertThat(service.count(TransportMetrics.DEAD_LETTERS)).isEqualTo(1);
    }

    @Test
    void aRecordThatWasPutAsideIsNotPutAsideAgainAfterARestart() {
        send(new ProducerRecord<>(topic, "C-1".getBytes(UTF_8), POISON));
        var reader = startReader(this::apply);
        await().atMost(PATIENCE).until(() -> deadLetters().size() == 1);
        await().atMost(PATIENCE).until(() -> !service.inbox().positions(group).isEmpty());
        reader.stop();
        forgetGroup();

        send("next");
        startReader(this::apply);

        await().atMost(PATIENCE).until(() -> service.effects().equals(List.of("next")));
        assertThat(deadLetters()).hasSize(1);
    }

    @Test
    void aRecordIsNotAcknowledgedBeforeItsDeadLetterIsWritten() {
        String undeliverable = "no-dlt-" + UUID.randomUUID();
        SharedServers.createTopics(1, undeliverable);
        send(new ProducerRecord<>(undeliverable, "C-1".getBytes(UTF_8), POISON));
        send(new ProducerRecord<>(undeliverable, "C-1".getBytes(UTF_8), "good".getBytes(UTF_8)));
        startReader(undeliverable, this::apply);
        await().atMost(PATIENCE).until(() -> service.count(TransportMetrics.FAILED_DELIVERIES) >= 2);
        assertThat(service.effects()).isEmpty();
        assertThat(service.inbox().positions(group)).isEmpty();

        SharedServers.createTopics(1, undeliverable + DeadLetters.SUFFIX);

        await().atMost(PATIENCE).until(() -> service.effects().equals(List.of("good")));
        assertThat(TopicContents.of(BROKER, undeliverable + DeadLetters.SUFFIX)).hasSize(1);
    }

    @Test
    void aHandlerThatCallsARecordPoisonLeavesNoTraceOfIt() {
        send("bad");
        send("good");

        startReader(record -> {
            apply(record);
            if ("bad".equals(record.value())) {
                throw new PoisonRecordException("unknown_kind", "No such kind");
            }
        });

        await().atMost(PATIENCE).until(() -> service.effects().equals(List.of("good")));
        assertThat(TopicContents.header(deadLetters().getFirst().headers(), "dlt_reason"))
                .isEqualTo("unknown_kind");
    }

    @Test
    void aBrokenWorldIsWaitedForAndNoRecordIsPutAside() {
        var attempts = new AtomicInteger();
        send("first");
        send("second");

        startReader(record -> {
            if (attempts.incrementAndGet() <= 5) {
                throw new DataAccessResourceFailureException("The database is away");
            }
            apply(record);
        });

        await().atMost(PATIENCE.multipliedBy(2)).until(() -> service.effects().equals(List.of("first", "second")));
        assertThat(attempts).hasValue(7);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void anyOtherFailureIsTriedFiveTimesAndThenPutAside() {
        var attempts = new AtomicInteger();
        send("bad");
        send("good");

        startReader(record -> {
            if ("bad".equals(record.value())) {
                attempts.incrementAndGet();
                throw new IllegalStateException("broken program");
            }
            apply(record);
        });

        await().atMost(PATIENCE).until(() -> service.effects().equals(List.of("good")));
        // Once together with the other record, and five times alone.
        assertThat(attempts).hasValue(6);
        assertThat(service.count(TransportMetrics.FAILED_DELIVERIES)).isEqualTo(5);
        ConsumerRecord<byte[], byte[]> dead = deadLetters().getFirst();
        assertThat(TopicContents.header(dead.headers(), "dlt_reason")).isEqualTo("failed");
        assertThat(TopicContents.header(dead.headers(), "dlt_exception"))
                .isEqualTo("java.lang.IllegalStateException: broken program");
    }

    @Test
    void aReaderTakesUpWhereTheDatabaseSaysThoughTheBrokerHasForgotten() {
        send("a");
        send("b");
        var reader = startReader(this::apply);
        await().atMost(PATIENCE).until(() -> service.effects().size() == 2);
        reader.stop();
        forgetGroup();

        send("c");
        startReader(this::apply);

        await().atMost(PATIENCE).until(() -> service.effects().equals(List.of("a", "b", "c")));
        assertThat(service.count(TransportMetrics.REDELIVERED)).isZero();
    }

    @Test
    void aReaderWhoseTopicWasReplacedStopsLoudlyInsteadOfPassingOverRecords() {
        service.transactions()
                .executeWithoutResult(_ -> service.inbox().advance(group, new TopicPartition(topic, 0), 99));
        send("a");

        var reader = startReader(this::apply);

        var health = new ReaderHealth(readers);
        await().atMost(PATIENCE).until(() -> health.health().getStatus().equals(Status.DOWN));
        assertThat(reader.isRunning()).isFalse();
        assertThat(service.effects()).isEmpty();
    }

    @Test
    void healthIsUpWhileAReaderRunsAndAfterItWasAskedToStop() {
        var reader = startReader(this::apply);
        var health = new ReaderHealth(readers);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        reader.stop();

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aTombstoneComesAsANullValue() {
        send(new ProducerRecord<>(topic, "C-1".getBytes(UTF_8), null));

        startReader(this::apply);

        await().atMost(PATIENCE).until(() -> service.effects().equals(List.of("null")));
    }

    @Test
    void theAppliedPositionMovesPastTransactionMarkersWithoutAnotherRecord() throws Exception {
        startReader(this::apply);
        try (var producer = transactionalProducer()) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "C-1".getBytes(UTF_8), "committed".getBytes(UTF_8)))
                    .get();
            producer.commitTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "C-1".getBytes(UTF_8), "aborted".getBytes(UTF_8)))
                    .get();
            producer.abortTransaction();
        }

        // Two records and the marker of each transaction.
        await().atMost(PATIENCE).until(() -> position() == 4);
        assertThat(service.effects()).containsExactly("committed");
    }

    @Test
    void theAppliedPositionStaysBelowARecordThatIsNotAppliedYet() {
        var mayApply = new CountDownLatch(1);
        var attempts = new AtomicInteger();
        send("first");
        send("second");
        startReader(record -> {
            if ("second".equals(record.value()) && mayApply.getCount() > 0) {
                attempts.incrementAndGet();
                throw new DataAccessResourceFailureException("The database is away");
            }
            apply(record);
        });

        // Once together with the first record, once alone, and once more after the position was published.
        await().atMost(PATIENCE).until(() -> attempts.get() >= 3);
        assertThat(position()).isEqualTo(1);
        mayApply.countDown();

        await().atMost(PATIENCE).until(() -> position() == 2);
    }

    @Test
    void aReaderThatNoLongerReadsAPartitionPublishesNoPosition() {
        var reader = startReader(this::apply);
        send("a");
        await().atMost(PATIENCE).until(() -> position() == 1);

        reader.stop();

        await().atMost(PATIENCE)
                .until(() ->
                        positions.position(group, new TopicPartition(topic, 0)).isEmpty());
    }

    @Test
    void topicsThatAreReadTogetherKeepTheSamePartitionsInOneProcess() {
        String signals = "together-a-" + UUID.randomUUID();
        String readiness = "together-b-" + UUID.randomUUID();
        SharedServers.createTopics(6, signals, readiness);
        var onePlace = new AppliedPositions();
        var otherPlace = new AppliedPositions();

        startReaderOfBoth(onePlace, signals, readiness);
        startReaderOfBoth(otherPlace, signals, readiness);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read(onePlace, signals)).hasSize(3));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(read(otherPlace, signals))
                        .hasSize(3)
                        .doesNotContainAnyElementsOf(read(onePlace, signals)));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(read(onePlace, readiness)).isEqualTo(read(onePlace, signals));
            assertThat(read(otherPlace, readiness)).isEqualTo(read(otherPlace, signals));
        });
    }

    @Test
    void aPoisonRecordAmongThoseOfABatchIsPutAsideAloneWithItsReasonAndItsHandlerIsTold() {
        String other = "other-" + UUID.randomUUID();
        SharedServers.createTopics(1, other);
        var putAside = new ArrayList<String>();
        send("first");
        send("bad");
        send("last");
        RecordHandler<String> handler = new RecordHandler<>() {
            @Override
            public void handle(ConsumerRecord<String, @Nullable String> record) {
                apply(record);
                if ("bad".equals(record.value())) {
                    throw new PoisonRecordException("unknown_kind", "No such kind");
                }
            }

            @Override
            public void putAside(String key) {
                putAside.add(key);
            }
        };

        startReaderOfBoth(positions, topic, other, handler);

        await().atMost(PATIENCE).until(() -> service.effects().equals(List.of("first", "last")));
        assertThat(deadLetters()).hasSize(1);
        var headers = deadLetters().getFirst().headers();
        assertThat(TopicContents.header(headers, "dlt_reason")).isEqualTo("unknown_kind");
        assertThat(TopicContents.header(headers, "dlt_exception"))
                .isEqualTo(PoisonRecordException.class.getName() + ": No such kind");
        assertThat(putAside).containsExactly("C-1");
    }

    private Set<Integer> read(AppliedPositions place, String topicOfMany) {
        return IntStream.range(0, 6)
                .filter(partition -> place.position(group, new TopicPartition(topicOfMany, partition))
                        .isPresent())
                .boxed()
                .collect(Collectors.toSet());
    }

    private void startReaderOfBoth(AppliedPositions place, String one, String other) {
        startReaderOfBoth(place, one, other, this::apply);
    }

    private void startReaderOfBoth(AppliedPositions place, String one, String other, RecordHandler<String> handler) {
        Deserializer<String> text = (_, bytes) -> new String(bytes, UTF_8);
        var reader = containers(place)
                .readingTogether(
                        group,
                        List.of(new TopicReading<>(one, text, handler), new TopicReading<>(other, text, handler)));
        readers.add(reader);
        reader.start();
    }

    private ListenerContainers containers(AppliedPositions place) {
        return new ListenerContainers(
                TestService.reaching(BROKER),
                service.inbox(),
                service.transactions(),
                deadLetters,
                place,
                service.metrics());
    }

    private long position() {
        return positions.position(group, new TopicPartition(topic, 0)).orElse(-1);
    }

    private void apply(ConsumerRecord<String, @Nullable String> record) {
        service.takeEffect(String.valueOf(record.value()));
    }

    private KafkaMessageListenerContainer<byte[], byte[]> startReader(RecordHandler<String> handler) {
        return startReader(topic, handler);
    }

    private KafkaMessageListenerContainer<byte[], byte[]> startReader(String topic, RecordHandler<String> handler) {
        Deserializer<String> text = (_, bytes) -> {
            if (bytes[0] == 0) {
                throw new SerializationException("Not a text");
            }
            return new String(bytes, UTF_8);
        };
        var reader = containers(positions).reading(group, topic, text, handler);
        readers.add(reader);
        reader.start();
        return reader;
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return TopicContents.of(BROKER, topic + DeadLetters.SUFFIX);
    }

    private void send(String value) {
        send(new ProducerRecord<>(topic, "C-1".getBytes(UTF_8), value.getBytes(UTF_8)));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try (var producer = new KafkaProducer<>(
                TestService.reaching(BROKER), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private KafkaProducer<byte[], byte[]> transactionalProducer() {
        var settings = new HashMap<>(TestService.reaching(BROKER));
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** As the broker does with a group that was idle for a week. */
    private void forgetGroup() {
        try (Admin admin = Admin.create(TestService.reaching(BROKER))) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            admin.deleteConsumerGroups(List.of(group)).all().get());
        }
    }
}
