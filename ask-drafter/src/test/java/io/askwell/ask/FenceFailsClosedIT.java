package io.askwell.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.ask.kafka.KafkaReleaseFence;
import io.askwell.local.server.SharedServers;
import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.event.KeyPartition;
import io.askwell.transport.kafka.AppliedPositions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whatever is away, an approved ask stays, says what it waits for, and goes its way once it is back. */
class FenceFailsClosedIT {

    private static final Duration AFTER_AN_OUTAGE = Duration.ofSeconds(60);

    private final String customerId = "C-" + UUID.randomUUID();
    private final CuttableRegistry registry = new CuttableRegistry();
    private OwnBroker broker;
    private RunningDrafter drafter;
    private Caller owner;

    @BeforeEach
    void start(@TempDir Path directory) {
        broker = OwnBroker.start(directory);
        drafter = RunningDrafter.on(broker.bootstrapServers(), registry.url());
        owner = new Caller(drafter, SharedServers.tokens().mint("rep-7", "account-owner"));
    }

    @AfterEach
    void stop() {
        drafter.close();
        broker.close();
        registry.close();
    }

    @Test
    void withoutAScorerAnApprovedAskWaitsForIt() {
        approvedAsk();
        awaitWaitsFor("readiness_scorer");

        broker.scorerHasReadEverything();

        awaitStatus("released");
    }

    @Test
    void withoutABrokerAnApprovedAskWaitsForIt() {
        String askId = pendingAsk();
        broker.scorerHasReadEverything();
        awaitKnownPosition();
        broker.kill();
        approve(askId);
        awaitWaitsFor("broker");

        broker.restart();

        awaitStatus("released");
    }

    @Test
    void withoutARegistryAnApprovedAskWaitsForTheAssessmentThatCannotBeRead() {
        approvedAsk();
        awaitWaitsFor("readiness_scorer");
        registry.cut();
        drafter.restart();
        broker.assessment(Assessments.complaining(customerId).build());
        broker.scorerHasReadEverything();
        awaitWaitsFor("assessments");

        registry.mend();

        awaitStatus("withdrawn");
    }

    private void approvedAsk() {
        approve(pendingAsk());
    }

    private String pendingAsk() {
        broker.signal(Signals.interaction(customerId));
        broker.assessment(Assessments.praised(customerId).build());
        return Asking.awaitLatest(owner, customerId, "pending").at("/askId").asString();
    }

    /** A reader whose first commit dies with the broker would not know yet where it is. */
    private void awaitKnownPosition() {
        var assessments = new TopicPartition(
                TopicCatalogue.READINESS.name(), KeyPartition.of(customerId.getBytes(UTF_8), Topic.PARTITIONS));
        await().atMost(Asking.SOON)
                .until(() -> drafter.bean(AppliedPositions.class)
                        .position(KafkaReleaseFence.GROUP, assessments)
                        .isPresent());
    }

    private void approve(String askId) {
        assertThat(owner.decide(askId, """
                {"decision": "approve", "draftVersion": 1}""").status()).isEqualTo(200);
    }

    private void awaitWaitsFor(String hindrance) {
        await().atMost(Asking.SOON).untilAsserted(() -> {
            JsonNode ask = Asking.asks(owner, customerId).getFirst();
            assertThat(ask.at("/status").asString()).isEqualTo("approved");
            assertThat(ask.at("/waitsFor").asString()).isEqualTo(hindrance);
        });
    }

    private void awaitStatus(String status) {
        await().atMost(AFTER_AN_OUTAGE).untilAsserted(() -> {
            JsonNode ask = Asking.asks(owner, customerId).getFirst();
            assertThat(ask.at("/status").asString()).as("%s", ask).isEqualTo(status);
        });
    }
}
