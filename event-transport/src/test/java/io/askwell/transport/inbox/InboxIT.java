package io.askwell.transport.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.askwell.transport.TestService;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class InboxIT {

    private static final String GROUP = "test-service.facts";
    private static final TopicPartition PARTITION = new TopicPartition("facts", 3);

    private final TestService service = TestService.withFreshDatabase();
    private final Inbox inbox = service.inbox();

    @Test
    void aRecordIsAppliedOnce() {
        assertThat(inTransaction(() -> inbox.advance(GROUP, PARTITION, 7))).isTrue();
        assertThat(inTransaction(() -> inbox.advance(GROUP, PARTITION, 7))).isFalse();
        assertThat(inbox.positions(GROUP)).containsOnly(Map.entry(PARTITION, 8L));
    }

    @Test
    void aConsumerThatComesAfterTheNewOwnerOfItsPartitionIsTurnedAway() {
        assertThat(inTransaction(() -> inbox.advance(GROUP, PARTITION, 9))).isTrue();

        assertThat(inTransaction(() -> inbox.advance(GROUP, PARTITION, 8))).isFalse();
        assertThat(inbox.positions(GROUP)).containsEntry(PARTITION, 10L);
    }

    @Test
    void offsetsMayHaveGapsBecauseMarkersAndCompactionLeaveThem() {
        assertThat(inTransaction(() -> inbox.advance(GROUP, PARTITION, 0))).isTrue();
        assertThat(inTransaction(() -> inbox.advance(GROUP, PARTITION, 40))).isTrue();
    }

    @Test
    void groupsAndPartitionsDoNotShareAPosition() {
        assertThat(inTransaction(() -> inbox.advance(GROUP, PARTITION, 7))).isTrue();
        assertThat(inTransaction(() -> inbox.advance("test-service.other", PARTITION, 7)))
                .isTrue();
        assertThat(inTransaction(() -> inbox.advance(GROUP, new TopicPartition("facts", 4), 7)))
                .isTrue();
    }

    @Test
    void aRecordWhoseTransactionIsUndoneMayComeAgain() {
        service.transactions().executeWithoutResult(transaction -> {
            inbox.advance(GROUP, PARTITION, 7);
            transaction.setRollbackOnly();
        });

        assertThat(inTransaction(() -> inbox.advance(GROUP, PARTITION, 7))).isTrue();
    }

    @Test
    void twoConsumersWithTheSameRecordWaitForEachOtherAndOneAppliesIt() throws Exception {
        var firstHasAdvanced = new CountDownLatch(1);
        var firstMayCommit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(
                    () -> inTransaction(() -> {
                        boolean advanced = inbox.advance(GROUP, PARTITION, 7);
                        firstHasAdvanced.countDown();
                        awaitLatch(firstMayCommit);
                        return advanced;
                    }),
                    threads);
            awaitLatch(firstHasAdvanced);
            var second = CompletableFuture.supplyAsync(
                    () -> inTransaction(() -> inbox.advance(GROUP, PARTITION, 7)), threads);
            await().until(this::someoneWaits);

            firstMayCommit.countDown();

            assertThat(first.get()).isTrue();
            assertThat(second.get()).isFalse();
        }
    }

    @Test
    void anEventIsSeenFirstOnceByEachGroup() {
        assertThat(inTransaction(() -> inbox.firstSeen(GROUP, "evt-1"))).isTrue();
        assertThat(inTransaction(() -> inbox.firstSeen(GROUP, "evt-1"))).isFalse();
        assertThat(inTransaction(() -> inbox.firstSeen("test-service.other", "evt-1")))
                .isTrue();
    }

    @Test
    void refusesToRememberOutsideATransaction() {
        assertThatThrownBy(() -> inbox.advance(GROUP, PARTITION, 7)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> inbox.firstSeen(GROUP, "evt-1")).isInstanceOf(IllegalStateException.class);
    }

    private boolean inTransaction(BooleanSupplier work) {
        return Objects.requireNonNull(service.transactions().execute(_ -> work.getAsBoolean()));
    }

    private boolean someoneWaits() {
        return service.jdbc()
                .sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
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
