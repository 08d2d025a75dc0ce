package io.askwell.readiness.kafka;

import static io.askwell.readiness.kafka.ScorerDriver.NOW;
import static io.askwell.readiness.kafka.ScorerDriver.signal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a kind 50 are kept; what is dropped is remembered until 400 days after it occurred. */
class ForgottenSignalsTest {

    private static final int KEPT = 50;

    @TempDir
    Path directory;

    private ScorerDriver scorer;

    @BeforeEach
    void start() {
        scorer = new ScorerDriver(directory);
    }

    @AfterEach
    void stop() {
        scorer.close();
    }

    @Test
    void theRetractionOfASignalThatIsForgottenIsPutAside() {
        project("old", daysAgo(400), 0);
        newerOnes();

        retract("old");

        assertThat(scorer.deadLetters.readRecordsToList())
                .singleElement()
                .satisfies(letter ->
                        assertThat(ScorerDriver.text(letter, "dlt_reason")).isEqualTo("target_forgotten"));
    }

    @Test
    void theRetractionOfADroppedSignalIsRecognizedFor400Days() {
        project("old", daysAgo(399), 0);
        newerOnes();

        retract("old");

        assertThat(scorer.deadLetters.isEmpty()).isTrue();
    }

    @Test
    void whatIsRememberedIsForgottenWhenItsTimeIsOver() {
        project("older", daysAgo(500), 0);
        project("old", daysAgo(399), 0);
        newerOnes();

        scorer.passes(Duration.ofDays(1).plusMinutes(1));
        retract("old");

        assertThat(scorer.deadLetters.readRecordsToList()).hasSize(1);
    }

    @Test
    void theRevisionOfASignalThatIsForgottenIsPutAside() {
        project("old", daysAgo(500), 0);
        newerOnes();

        project("old", daysAgo(500), 1);

        assertThat(scorer.deadLetters.readRecordsToList())
                .singleElement()
                .satisfies(letter ->
                        assertThat(ScorerDriver.text(letter, "dlt_reason")).isEqualTo("target_forgotten"));
    }

    @Test
    void aHigherRevisionOfADroppedSignalIsNews() {
        project("old", daysAgo(300), 0);
        newerOnes();
        scorer.readiness.readRecordsToList();

        scorer.send(signal(
                "old", "project_completed", NOW, Map.of("name", "Rollout", "outcome", "success", "revision", 1)));

        assertThat(scorer.readiness.readValue().getOpenTriggers()).hasSize(1);
    }

    @Test
    void aLowerRevisionOfADroppedSignalIsARepetition() {
        scorer.send(signal(
                "moved", "project_completed", daysAgo(390), Map.of("name", "P", "outcome", "failed", "revision", 2)));
        newerOnes();
        scorer.readiness.readRecordsToList();

        scorer.send(
                signal("moved", "project_completed", NOW, Map.of("name", "P", "outcome", "success", "revision", 1)));

        assertThat(scorer.readiness.isEmpty()).isTrue();
        assertThat(scorer.deadLetters.isEmpty()).isTrue();
    }

    @Test
    void aRetractionThatComesFirstWaitsForItsTargetWhileNothingIsForgotten() {
        retract("win");
        scorer.send(signal("win", "project_completed", NOW, Map.of("name", "P", "outcome", "success")));

        assertThat(scorer.deadLetters.isEmpty()).isTrue();
        assertThat(scorer.readiness.readValuesToList().getLast().getOpenTriggers())
                .isEmpty();
    }

    @Test
    void aForgottenSignalThatComesAgainIsDroppedAgain() {
        project("old", daysAgo(500), 0);
        newerOnes();
        scorer.readiness.readRecordsToList();

        project("old", daysAgo(500), 0);

        assertThat(scorer.readiness.isEmpty()).isTrue();
        assertThat(scorer.deadLetters.isEmpty()).isTrue();
    }

    private void newerOnes() {
        IntStream.range(0, KEPT).forEach(i -> project("newer-" + i, daysAgo(i), 0));
    }

    private void project(String id, Instant at, int revision) {
        scorer.send(
                signal(id, "project_completed", at, Map.of("name", "P", "outcome", "failed", "revision", revision)));
    }

    private void retract(String id) {
        scorer.send(signal("sorry-" + id, "signal_retracted", NOW, Map.of("retracts", "test/" + id)));
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
