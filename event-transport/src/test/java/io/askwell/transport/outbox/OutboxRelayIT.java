package io.askwell.transport.outbox;

import static io.askwell.transport.TestService.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.askwell.local.server.SharedServers;
import io.askwell.transport.TestService;
import io.askwell.transport.TopicContents;
import io.askwell.transport.event.CloudEventHeaders;
import io.askwell.transport.event.Traceparent;
import io.askwell.transport.metrics.TransportMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BROKER = SharedServers.bootstrapServers();

    private final TestService service = TestService.withFreshDatabase();
    private final String topic = "outbox-" + UUID.randomUUID();
    private final List<OutboxRelay> relays = new ArrayList<>();

    @BeforeEach
    void createTopic() {
        SharedServers.createTopics(3, topic);
    }

    @AfterEach
    void stopRelays() {
        relays.forEach(OutboxRelay::stop);
    }

    @Test
    void publishesWhatWasCommittedAndNothingElse() {
        service.transactions().executeWithoutResult(transaction -> {
            service.outbox().append(fact("C-1", "undone"));
            transaction.setRollbackOnly();
        });
        service.append(fact("C-1", "done"));

        startRelay();

        await().atMost(PATIENCE).until(() -> service.rows().pending() == 0);
        assertThat(published()).containsExactly("done");
        assertThat(service.count(TransportMetrics.OUTBOX_PUBLISHED)).isEqualTo(1);
    }

    @Test
    void publishesARowThatIsCommittedAfterYoungerRowsWerePublished() throws Exception {
        startRelay();
        var mayCommit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?> late = CompletableFuture.runAsync(
                    () -> service.transactions().executeWithoutResult(_ -> {
                        service.outbox().append(fact("C-1", "late"));
                        awaitLatch(mayCommit);
                    }),
                    threads);
            await().atMost(PATIENCE).until(() -> positionsGivenOut() > 0);
            service.append(fact("C-2", "early"));
            await().atMost(PATIENCE).until(() -> published().equals(List.of("early")));

            mayCommit.countDown();
            late.get();
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(published()).containsExactlyInAnyOrder("early", "late"));
    }

    @Test
    void keepsTheOrderOfAKeyWhenItsTransactionsOverlap() throws Exception {
        startRelay();
        var firstHasAppended = new CountDownLatch(1);
        var firstMayCommit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?> first = CompletableFuture.runAsync(
                    () -> service.transactions().executeWithoutResult(_ -> {
                        service.outbox().append(fact("C-1", "first"));
                        firstHasAppended.countDown();
                        awaitLatch(firstMayCommit);
                    }),
                    threads);
            awaitLatch(firstHasAppended);
            CompletableFuture<?> second =
                    CompletableFuture.runAsync(() -> service.append(fact("C-1", "second")), threads);
            await().atMost(PATIENCE).until(() -> appendersThatWait() == 1);

            firstMayCommit.countDown();
            CompletableFuture.allOf(first, second).get();
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(published()).containsExactly("first", "second"));
    }

    @Test
    void keepsTheOrderOfEveryKeyUnderManyConcurrentAppends() {
        startRelay();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 4; writer++) {
                String key = "C-" + writer;
                threads.execute(() -> {
                    for (int step = 0; step < 25; step++) {
                        service.append(fact(key, key + "/%02d".formatted(step)));
                    }
                });
            }
        }

        await().atMost(PATIENCE).until(() -> service.rows().pending() == 0);
        assertThat(published()).hasSize(100);
        for (int writer = 0; writer < 4; writer++) {
            String key = "C-" + writer + "/";
            assertThat(published())
                    .filteredOn(value -> value.startsWith(key))
                    .hasSize(25)
                    .isSorted();
        }
    }

    @Test
    void onePartitionHasOneOwnerAndAnotherTakesOverWhenItEnds() {
        OutboxRelay first = startRelay();
        await().atMost(PATIENCE).until(() -> stateOf(first) instanceof RelayState.Owner);
        OutboxRelay second = startRelay();
        await().atMost(PATIENCE).until(() -> stateOf(second) instanceof RelayState.Standby);
        assertThat(stateOf(first)).isInstanceOf(RelayState.Owner.class);

        first.stop();
        service.append(fact("C-1", "after"));

        await().atMost(PATIENCE).until(() -> published().equals(List.of("after")));
        assertThat(stateOf(second)).isInstanceOf(RelayState.Owner.class);
        assertThat(stateOf(first)).isInstanceOf(RelayState.Stopped.class);
    }

    @Test
    void anOwnerWhoseConnectionIsCutOwnsAgainAndLosesNothing() {
        OutboxRelay relay = startRelay();
        await().atMost(PATIENCE).until(() -> stateOf(relay) instanceof RelayState.Owner);

        service.cutOwners();
        service.append(fact("C-1", "after"));

        await().atMost(PATIENCE).until(() -> published().equals(List.of("after")));
        assertThat(service.count(TransportMetrics.OUTBOX_INTERRUPTED)).isEqualTo(1);
    }

    @Test
    void anOwnerWhoStalledBeforePublishingCannotPublishOnceAnotherHasTakenOver() throws Exception {
        service.append(fact("C-1", "old"));
        OutboxClaim claim =
                OutboxClaim.take(service.database(), TestService.NAME, 0).orElseThrow();
        try (OutboxPublisher stalled = OutboxPublisher.open(TestService.reaching(BROKER), TestService.NAME, 0)) {
            List<OutboxRow> taken = claim.rows().next(0, 10);
            service.cutOwners();
            startRelay();
            service.append(fact("C-1", "new"));
            await().atMost(PATIENCE).until(() -> service.rows().pending() == 0);

            assertThatThrownBy(() -> stalled.publish(taken)).isInstanceOf(KafkaException.class);
        }
        assertThat(published()).containsExactly("old", "new");
    }

    @Test
    void anOwnerWhoStalledInTheMiddleOfPublishingCannotCommit() throws Exception {
        var settings = new HashMap<>(TestService.reaching(BROKER));
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TestService.NAME + "-outbox-0");
        try (var stalled = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            stalled.initTransactions();
            stalled.beginTransaction();
            stalled.send(new ProducerRecord<>(topic, "C-1".getBytes(UTF_8), "old".getBytes(UTF_8)))
                    .get();
            service.append(fact("C-1", "new"));
            startRelay();
            await().atMost(PATIENCE).until(() -> service.rows().pending() == 0);

            assertThatThrownBy(stalled::commitTransaction).isInstanceOf(KafkaException.class);
        }
        assertThat(published()).containsExactly("new");
    }

    @Test
    void aRowThatTheBrokerRefusesStopsItsOwnKeyOnly() {
        byte[] tooLarge = new byte[2_000_000];
        service.append(fact("C-1", "before"));
        service.append(record(topic, "C-1", "large", tooLarge));
        service.append(fact("C-1", "behind"));
        for (int other = 0; other < 20; other++) {
            service.append(fact("C-2", "other-%02d".formatted(other)));
        }

        startRelay();

        await().atMost(PATIENCE).until(() -> service.rows().pending() == 2);
        assertThat(published()).hasSize(21).contains("before").doesNotContain("behind");
        assertThat(published()).filteredOn(value -> value.startsWith("other")).isSorted();
        assertThat(service.count(TransportMetrics.OUTBOX_STUCK)).isEqualTo(1);
        assertThat(service.jdbc()
                        .sql("select stuck_reason from outbox where stuck_reason is not null")
                        .query(String.class)
                        .single())
                .startsWith("RecordTooLargeException");
    }

    @Test
    void aKeyGoesOnOnceItsStuckRowIsRemoved() {
        service.append(record(topic, "C-1", "large", new byte[2_000_000]));
        service.append(fact("C-1", "behind"));
        startRelay();
        await().atMost(PATIENCE).until(() -> service.count(TransportMetrics.OUTBOX_STUCK) == 1);

        service.jdbc().sql("delete from outbox where stuck_reason is not null").update();

        await().atMost(PATIENCE).until(() -> published().equals(List.of("behind")));
    }

    @Test
    void recordsCarryTheTimeOfTheirRowTheAttributesOfTheEventAndAChildOfTheTrace() {
        Traceparent trace = Traceparent.start();
        trace.during(() -> {
            service.append(OutboxRecord.tombstone(topic, "C-1", TestService.event("evt-1")));
            return trace;
        });
        long createdAt = service.jdbc()
                .sql("select floor(extract(epoch from created_at) * 1000) from outbox")
                .query(Long.class)
                .single();

        startRelay();

        await().atMost(PATIENCE).until(() -> service.rows().pending() == 0);
        var record = TopicContents.of(BROKER, topic).getFirst();
        assertThat(record.key()).asString(UTF_8).isEqualTo("C-1");
        assertThat(record.value()).isNull();
        assertThat(record.timestamp()).isEqualTo(createdAt);
        assertThat(CloudEventHeaders.readFrom(record.headers())).contains(TestService.event("evt-1"));
        Traceparent carried = Traceparent.parse(TopicContents.header(record.headers(), Traceparent.HEADER))
                .orElseThrow();
        assertThat(carried.traceId()).isEqualTo(trace.traceId());
        assertThat(carried.spanId()).isNotEqualTo(trace.spanId());
    }

    @Test
    void refusesToAppendOutsideATransaction() {
        assertThatThrownBy(() -> service.outbox().append(fact("C-1", "lost")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tellsHowManyRowsWaitAndHowLong() {
        assertThat(service.rows().oldestAgeInSeconds()).isZero();
        service.append(fact("C-1", "waiting"));
        assertThat(service.rows().pending()).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> service.rows().oldestAgeInSeconds() > 0);
    }

    private OutboxRelay startRelay() {
        OutboxRelay relay = service.relayTo(BROKER);
        relays.add(relay);
        relay.start();
        return relay;
    }

    private OutboxRecord fact(String key, String value) {
        return record(topic, key, "evt-" + value, value.getBytes(UTF_8));
    }

    private List<String> published() {
        return TopicContents.values(BROKER, topic);
    }

    private long positionsGivenOut() {
        return service.jdbc()
                .sql("select case when is_called then last_value else 0 end from outbox_position_seq")
                .query(Long.class)
                .single();
    }

    private long appendersThatWait() {
        return service.jdbc()
                .sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                .query(Long.class)
                .single();
    }

    private static RelayState stateOf(OutboxRelay relay) {
        return relay.relays().getFirst().state();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The test has given up before");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
