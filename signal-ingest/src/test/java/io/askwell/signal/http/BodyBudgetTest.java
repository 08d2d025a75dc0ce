package io.askwell.signal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private static final Duration BRIEFLY = Duration.ofMillis(20);

    private final BodyBudget budget = new BodyBudget(100, BRIEFLY);

    @Test
    void bodiesThatFitTogetherAreWorkedOnTogether() {
        try (var first = budget.take(60);
                var second = budget.take(40)) {
            assertThat(first.share() + second.share()).isEqualTo(100);
        }
    }

    @Test
    void aBodyThatDoesNotFitInTimeIsNotRead() {
        try (var _ = budget.take(61)) {
            assertThatExceptionOfType(OverloadedException.class).isThrownBy(() -> budget.take(40));
        }
    }

    @Test
    void aBodyThatIsDoneMakesRoom() {
        budget.take(100).close();

        try (var next = budget.take(100)) {
            assertThat(next.share()).isEqualTo(100);
        }
    }

    @Test
    void aBodyLargerThanTheBudgetHasItsTurnAlone() {
        try (var _ = budget.take(5000)) {
            assertThatExceptionOfType(OverloadedException.class).isThrownBy(() -> budget.take(1));
        }
    }

    @Test
    void evenAnEmptyBodyTakesPart() {
        try (var empty = budget.take(0)) {
            assertThat(empty.share()).isEqualTo(1);
        }
    }

    @Test
    void whoeverWaitsIsServedOnceThereIsRoom() {
        var patient = new BodyBudget(100, Duration.ofSeconds(30));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = patient.take(100);
            var waiting = CompletableFuture.supplyAsync(() -> patient.take(100), threads);
            await().during(BRIEFLY).until(() -> !waiting.isDone());

            first.close();

            assertThat(waiting.join().share()).isEqualTo(100);
        }
    }
}
