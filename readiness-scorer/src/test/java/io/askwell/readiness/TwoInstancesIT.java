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
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    void bothListTheSamePriorityAdvocates() {
        List<Told> all = customersEverSeen().stream().map(Told::of).toList();
        List<Told> expected = highestTenth(all);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(listed(one, 500)).isEqualTo(expected);
            assertThat(listed(other, 500)).isEqualTo(expected);
        });
        assertThat(listed(one, 3)).isEqualTo(expected);
        assertThat(listed(other, 3)).isEqualTo(expected);
        assertThat(all).allSatisfy(told -> assertThat(isPriorityAdvocate(told)).isEqualTo(expected.contains(told)));
    }

    @Test
    void eachCountsTheCustomersThatItHolds() {
        double all = customersEverSeen().size();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(counted(one) + counted(other)).isEqualTo(all));
        assertThat(counted(one)).isGreaterThan(0);
        assertThat(counted(other)).isGreaterThan(0);
        assertThat(metric(one, "referral_state_size_bytes")).isGreaterThan(0);
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

    /** What an instance says of a customer. */
    private record Told(String customer, BigDecimal score) {

        static Told of(String customer) {
            return new Told(
                    customer,
                    JSON.readTree(readiness(one, customer).body())
                            .get("advocateScore")
                            .decimalValue());
        }
    }

    /** Sorted, a tenth rounded up, and whoever ties with the last of these. */
    private static List<Told> highestTenth(List<Told> all) {
        List<Told> highestFirst = all.stream()
                .sorted(Comparator.comparing(Told::score).reversed().thenComparing(Told::customer))
                .toList();
        var lowest = highestFirst.get((all.size() + 9) / 10 - 1).score();
        return highestFirst.stream()
                .filter(told -> told.score().compareTo(lowest) >= 0)
                .toList();
    }

    private static boolean isPriorityAdvocate(Told told) {
        return JSON.readTree(readiness(other, told.customer()).body())
                .get("priorityAdvocate")
                .booleanValue();
    }

    private static List<Told> listed(ScorerProcess instance, int limit) {
        List<Told> listed = new ArrayList<>();
        var next = "";
        do {
            var answer = instance.get("/v1/priority-advocates?limit=" + limit + next, token());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            JsonNode page = JSON.readTree(answer.body());
            page.get("items")
                    .forEach(item -> listed.add(new Told(
                            item.get("customerId").stringValue(),
                            item.get("advocateScore").decimalValue())));
            next = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").stringValue();
        } while (!next.isEmpty());
        return listed;
    }

    /** Those of other tests too, since all share one broker. */
    private static Set<String> customersEverSeen() {
        return CommittedRecords.of(TopicCatalogue.READINESS.name()).stream()
                .map(record -> new String(record.key(), UTF_8))
                .collect(Collectors.toSet());
    }

    private static double counted(ScorerProcess instance) {
        return metric(instance, "referral_customers");
    }

    /** The sum over all labels. */
    private static double metric(ScorerProcess instance, String name) {
        return instance.get("/actuator/prometheus", null)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
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
