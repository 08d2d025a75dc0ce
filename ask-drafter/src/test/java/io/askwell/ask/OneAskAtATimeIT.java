package io.askwell.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.ask.application.Asks;
import io.askwell.ask.domain.Ask;
import io.askwell.asks.v1.AskEvent;
import io.askwell.asks.v1.AskEventType;
import io.askwell.local.server.SharedServers;
import io.askwell.schemas.TopicCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * At most one open ask and one release for each customer, with two processes and eight threads at work at once. It must hold
 * without the fence, so there is none. More strikes than the build takes the time for: {@code -Daskwell.strikes=1500}.
 */
class OneAskAtATimeIT {

    private static final int CUSTOMERS = 2_000;
    private static final int THREADS = 8;
    private static final int STRIKES_OF_A_THREAD = Integer.getInteger("askwell.strikes", 750);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Many customers are struck now and then, and a few all the time, so that some are struck by several at once. */
    private static final int FAVOURITES = 50;

    private record Told(String eventId, AskEventType type, String askId) {}

    @Test
    void whateverHappensToTwoThousandCustomersAtOnceEachHasOneOpenAskAndIsAskedOnce(@TempDir Path directory)
            throws Exception {
        try (var broker = OwnBroker.start(directory);
                var one = RunningDrafter.on(broker.bootstrapServers(), SharedServers.registryUrl());
                var other = one.another()) {
            try (var threads = Executors.newFixedThreadPool(THREADS)) {
                List<Callable<Void>> strikes = IntStream.range(0, THREADS)
                        .mapToObj(thread -> strikes(thread % 2 == 0 ? one : other, thread))
                        .toList();
                for (var done : threads.invokeAll(strikes)) {
                    done.get();
                }
            }

            var database = one.bean(JdbcClient.class);
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(countOf(database, "deferred")).isZero();
                assertThat(stepsOf(told(broker))).containsExactlyInAnyOrderElementsOf(steps(database));
                assertThat(queueOf(broker)).isEqualTo(pending(database));
            });
            told(broker).forEach(OneAskAtATimeIT::assertOneAtATime);
            assertThat(one.bean(Asks.class).backlog().byState().getOrDefault(Ask.State.PENDING, 0))
                    .isEqualTo(pending(database).size());
            assertThat(countOf(database, "released")).isGreaterThan(CUSTOMERS / 40);
            assertThat(countOf(database, "withdrawn")).isGreaterThan(CUSTOMERS / 40);
            assertThat(customersWithTwo(
                            database,
                            "select customer_id from ask where status in ('pending', 'approved', 'deferred')"))
                    .isEmpty();
            assertThat(customersWithTwo(database, "select customer_id from ask_release"))
                    .isEmpty();
        }
    }

    private static Callable<Void> strikes(RunningDrafter process, int thread) {
        var bombardment = new Bombardment(process, thread);
        var random = new Random(thread);
        return () -> {
            for (int strike = 0; strike < STRIKES_OF_A_THREAD; strike++) {
                bombardment.strike("C-" + random.nextInt(strike % 2 == 0 ? CUSTOMERS : FAVOURITES));
            }
            return null;
        };
    }

    /** The log's own order is the order in which things were decided. */
    private static void assertOneAtATime(String customerId, List<Told> told) {
        var open = new HashSet<String>();
        int released = 0;
        for (Told event : told) {
            switch (event.type()) {
                case ask_drafted -> assertThat(open.add(event.askId())).isTrue();
                case ask_released -> {
                    assertThat(open.remove(event.askId())).isTrue();
                    released++;
                }
                case ask_declined, ask_withdrawn, ask_expired ->
                    assertThat(open.remove(event.askId())).isTrue();
                default -> {}
            }
            assertThat(open).as("open asks of %s", customerId).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(released).as("releases to %s", customerId).isLessThanOrEqualTo(1);
    }

    private static Map<String, List<Told>> told(OwnBroker broker) {
        var deserializer = RunningDrafter.serdes().deserializer(TopicCatalogue.ASKS);
        return broker.records(TopicCatalogue.ASKS).stream()
                .map(record -> deserializer.deserialize(record.topic(), record.value()))
                .filter(event -> event.getAskId() != null)
                .collect(Collectors.groupingBy(
                        AskEvent::getCustomerId,
                        Collectors.mapping(
                                event -> new Told(event.getMeta().getEventId(), event.getType(), event.getAskId()),
                                Collectors.toList())));
    }

    /** Each step exactly once. */
    private static List<String> stepsOf(Map<String, List<Told>> told) {
        return told.values().stream()
                .flatMap(List::stream)
                .map(event -> event.eventId() + " " + event.type())
                .sorted()
                .toList();
    }

    private static List<String> steps(JdbcClient database) {
        return database
                .sql("select ask_id || '/' || number || ' ask_' || lower(kind) from ask_step")
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private static Set<String> queueOf(OwnBroker broker) {
        var queue = new HashMap<String, Boolean>();
        broker.records(TopicCatalogue.PENDING_ASKS)
                .forEach(record -> queue.put(new String(record.key(), UTF_8), record.value() != null));
        return queue.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> pending(JdbcClient database) {
        return Set.copyOf(database.sql("select ask_id::text from ask where status = 'pending'")
                .query((row, _) -> row.getString(1))
                .list());
    }

    private static long countOf(JdbcClient database, String status) {
        return database.sql("select count(*) from ask where status = :status")
                .param("status", status)
                .query(Long.class)
                .single();
    }

    private static List<String> customersWithTwo(JdbcClient database, String customers) {
        return database.sql("select customer_id from (" + customers + ") each_one group by 1 having count(*) > 1")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
