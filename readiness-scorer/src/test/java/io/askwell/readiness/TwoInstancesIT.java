package io.askwell.readiness;

import static io.askwell.readiness.Signals.signal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.local.server.SharedServers;
import io.askwell.readiness.ScorerProcess.Answer;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalRecorded;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two instances of the service that share the partitions: whoever is asked, the answer is the same. */
class TwoInstancesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String RUN = UUID.randomUUID().toString();
    private static final List<String> CUSTOMERS =
            IntStream.range(0, 60).mapToObj(i -> "C-" + RUN + "-" + i).toList();

    @TempDir
    static Path directory;

    private static ScorerProcess one;
    private static ScorerProcess other;

    @BeforeAll
    static void start() throws Exception {
        SharedServers.provision();
        var serde = AvroSerdes.against(SharedServers.registryUrl()).serde(TopicCatalogue.SIGNALS);
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, SharedServers.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < CUSTOMERS.size(); i++) {
                report(CUSTOMERS.get(i), i, serde, producer);
            }
        }
        one = ScorerProcess.start(directory.resolve("one"));
        other = ScorerProcess.start(directory.resolve("other"));
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @BeforeEach
    void bothHoldSomething() {
        await().atMost(PATIENCE)
                .until(() -> held(one) > 0 && held(other) > 0 && held(one) + held(other) == CUSTOMERS.size());
    }

    @Test
    void everyCustomerIsAnsweredByBothAlike() {
        assertThat(CUSTOMERS).allSatisfy(customer -> {
            var first = readiness(one, customer);
            var second = readiness(other, customer);
            assertThat(first.status()).isEqualTo(200);
            assertThat(withoutTime(second)).isEqualTo(withoutTime(first));
        });
    }

    @Test
    void whoWasNeverSeenIsUnknownToBoth() {
        for (int i = 0; i < 20; i++) {
            var first = readiness(one, "nobody-" + i);
            var second = readiness(other, "nobody-" + i);
            assertThat(first.status()).isEqualTo(404);
            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void whenOneIsKilledTheOtherAnswersForAllAfterAWhileAndNeverWrongly() {
        other.kill();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(CUSTOMERS)
                        .allSatisfy(customer -> assertThat(
                                        honest(readiness(one, customer)).status())
                                .isEqualTo(200)));

        other.restart();
    }

    /** Anything but a failed assertion ends the waiting at once. */
    private static Answer honest(Answer answer) {
        if (answer.status() == 503 ? answer.retryAfter().isEmpty() : answer.status() != 200) {
            throw new IllegalStateException("A wrong answer: " + answer);
        }
        return answer;
    }

    private static void report(
            String customer, int i, Serde<SignalRecorded> serde, KafkaProducer<byte[], byte[]> producer)
            throws Exception {
        var signedUpAt = Map.of(
                "signedUpAt", Instant.now().minus(Duration.ofDays(i * 20L)).toString());
        var reports = List.of(
                signal(customer, "profile", "customer_updated", Instant.EPOCH, signedUpAt),
                signal(customer, "nps", "nps_scored", Instant.now().minusSeconds(60), Map.of("score", i % 11)));
        for (SignalRecorded report : reports) {
            byte[] value = serde.serializer().serialize("", report);
            producer.send(new ProducerRecord<>(TopicCatalogue.SIGNALS.name(), customer.getBytes(UTF_8), value))
                    .get();
        }
    }

    /** How many of the customers the instance answers for by itself. */
    private static long held(ScorerProcess instance) {
        return CUSTOMERS.stream()
                .filter(customer -> instance.get(path(customer), token(), List.of("Askwell-Forwarded", "true"))
                                .status()
                        == 200)
                .count();
    }

    private static JsonNode withoutTime(Answer answer) {
        return ((ObjectNode) JSON.readTree(answer.body())).without("assessedAt");
    }

    private static Answer readiness(ScorerProcess instance, String customer) {
        return instance.get(path(customer), token());
    }

    private static String path(String customer) {
        return "/v1/customers/" + customer + "/readiness";
    }

    private static String token() {
        return SharedServers.tokens().mint("rep-7", "account-owner");
    }
}
