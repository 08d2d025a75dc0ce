package io.askwell.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.asks.v1.PendingAsk;
import io.askwell.local.server.SharedServers;
import io.askwell.schemas.TopicCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue is what the database says, whatever became of its topic. */
class RebuildQueueIT {

    private static final String REBUILD = "/v1/operations/rebuild-pending-asks";
    private static final int ASKS = 24;

    private final String prefix = "C-" + UUID.randomUUID() + "-";
    private OwnBroker broker;
    private RunningDrafter drafter;
    private Caller owner;
    private Caller operator;

    @BeforeEach
    void start(@TempDir Path directory) {
        broker = OwnBroker.start(directory);
        drafter = RunningDrafter.on(broker.bootstrapServers(), SharedServers.registryUrl());
        owner = new Caller(drafter, SharedServers.tokens().mint("rep-7", "account-owner"));
        operator = new Caller(drafter, SharedServers.tokens().mint("ops", "operator"));
    }

    @AfterEach
    void stop() {
        drafter.close();
        broker.close();
    }

    @Test
    void aTopicThatWasLostHoldsExactlyTheOpenQueueAfterwards() {
        List<String> asks = pendingAsks();
        decline(asks.get(0));
        awaitQueueIs(Set.copyOf(asks.subList(1, ASKS)));
        broker.loseTopic(TopicCatalogue.PENDING_ASKS);
        assertThat(queue()).isEmpty();

        var rebuilt = operator.post(REBUILD, "", null);

        assertThat(rebuilt.status()).isEqualTo(200);
        assertThat(rebuilt.body().at("/queued").asInt()).isEqualTo(ASKS - 1);
        assertThat(rebuilt.body().at("/removed").asInt()).isZero();
        awaitQueueIs(Set.copyOf(asks.subList(1, ASKS)));
        assertThat(queued(asks.get(1)).getPersonal().getBody()).contains("Ann Roe");
    }

    @Test
    void whatTheTopicHoldsAndTheDatabaseDoesNotIsRemoved() {
        List<String> asks = pendingAsks();
        decline(asks.get(0));
        awaitQueueIs(Set.copyOf(asks.subList(1, ASKS)));
        PendingAsk stale = queued(asks.get(1));
        String unknown = UUID.randomUUID().toString();
        broker.write(TopicCatalogue.PENDING_ASKS, asks.get(0), stale);
        broker.write(TopicCatalogue.PENDING_ASKS, unknown, stale);
        awaitQueueIs(union(asks, unknown));

        var rebuilt = operator.post(REBUILD, "", null);

        assertThat(rebuilt.body().at("/removed").asInt()).isEqualTo(2);
        awaitQueueIs(Set.copyOf(asks.subList(1, ASKS)));
    }

    @Test
    void decisionsThatAreMadeMeanwhileLeaveNothingWrong() throws Exception {
        List<String> asks = pendingAsks();
        awaitQueueIs(Set.copyOf(asks));
        broker.loseTopic(TopicCatalogue.PENDING_ASKS);

        var deciding = CompletableFuture.runAsync(
                () -> asks.subList(0, ASKS - 2).reversed().forEach(this::decline));
        var rebuilding = new ArrayList<CompletableFuture<Integer>>();
        for (int round = 0; round < 3; round++) {
            rebuilding.add(CompletableFuture.supplyAsync(
                    () -> operator.post(REBUILD, "", null).status()));
        }
        for (var rebuilt : rebuilding) {
            assertThat(rebuilt.get()).isEqualTo(200);
        }
        deciding.get();

        await().atMost(Asking.SOON)
                .untilAsserted(() -> assertThat(broker.records(TopicCatalogue.PENDING_ASKS))
                        .filteredOn(record -> record.value() == null)
                        .hasSizeGreaterThanOrEqualTo(ASKS - 2));
        awaitQueueIs(Set.copyOf(asks.subList(ASKS - 2, ASKS)));
    }

    @Test
    void onlyOperatorsRebuild() {
        assertThat(owner.post(REBUILD, "", null).status()).isEqualTo(403);
        assertThat(new Caller(drafter, null).post(REBUILD, "", null).status()).isEqualTo(401);
    }

    private List<String> pendingAsks() {
        IntStream.range(0, ASKS)
                .forEach(number ->
                        broker.assessment(Assessments.praised(prefix + number).build()));
        return IntStream.range(0, ASKS)
                .mapToObj(number -> Asking.awaitLatest(owner, prefix + number, "pending")
                        .at("/askId")
                        .asString())
                .toList();
    }

    private void decline(String askId) {
        assertThat(owner.decide(askId, """
                {"decision": "decline", "draftVersion": 1, "reason": "not now"}""").status()).isEqualTo(200);
    }

    private void awaitQueueIs(Set<String> askIds) {
        await().atMost(Asking.SOON)
                .untilAsserted(() -> assertThat(queue().keySet()).isEqualTo(askIds));
    }

    private PendingAsk queued(String askId) {
        return Objects.requireNonNull(queue().get(askId));
    }

    /** What a reader from the start ends with. */
    private Map<String, PendingAsk> queue() {
        var deserializer = RunningDrafter.serdes().deserializer(TopicCatalogue.PENDING_ASKS);
        var queue = new HashMap<String, PendingAsk>();
        for (var record : broker.records(TopicCatalogue.PENDING_ASKS)) {
            String askId = new String(record.key(), UTF_8);
            if (record.value() == null) {
                queue.remove(askId);
            } else {
                queue.put(askId, deserializer.deserialize(record.topic(), record.value()));
            }
        }
        return queue;
    }

    private static Set<String> union(List<String> asks, String another) {
        var all = new HashSet<>(asks);
        all.add(another);
        return all;
    }
}
