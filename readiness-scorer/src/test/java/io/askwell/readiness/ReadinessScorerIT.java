package io.askwell.readiness;

import static io.askwell.readiness.Signals.signal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.event.v1.Readiness;
import io.askwell.local.server.SharedServers;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalRecorded;
import io.askwell.transport.event.KeyPartition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a process, against a real broker and a real registry. */
class ReadinessScorerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path directory;

    private static ScorerProcess scorer;
    private static Serde<SignalRecorded> signals;
    private static Serde<ReadinessAssessed> assessments;
    private static KafkaProducer<byte[], byte[]> producer;

    @BeforeAll
    static void start() {
        SharedServers.provision();
        var serdes = AvroSerdes.against(SharedServers.registryUrl());
        signals = serdes.serde(TopicCatalogue.SIGNALS);
        assessments = serdes.serde(TopicCatalogue.READINESS);
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, SharedServers.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        scorer = ScorerProcess.start(directory);
    }

    @AfterAll
    static void stop() {
        producer.close();
        scorer.close();
    }

    @Test
    void praiseOfAnEstablishedCustomerBecomesAnAssessmentToAskNow() {
        String customer = newCustomer();
        praise(customer);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(latestAssessments())
                        .hasEntrySatisfying(
                                customer,
                                assessed -> assertThat(assessed.getDecision()).isEqualTo(Readiness.ask_now)));

        var record = CommittedRecords.of(TopicCatalogue.READINESS.name()).stream()
                .filter(read -> customer.equals(new String(read.key(), UTF_8)))
                .toList()
                .getLast();
        assertThat(record.partition()).isEqualTo(KeyPartition.of(record.key(), TopicCatalogue.SIGNALS.partitions()));
        assertThat(record.headers().toArray())
                .extracting(header -> header.key())
                .contains("ce_id", "ce_source", "ce_type", "ce_time", "ce_specversion", "content-type", "traceparent");
        JsonNode read = JSON.readTree(scorer.get("/v1/customers/" + customer + "/readiness", token("account-owner"))
                .body());
        assertThat(read.get("decision").stringValue()).isEqualTo("ask_now");
        assertThat(read.get("score").intValue()).isEqualTo(70);
        assertThat(read.get("trigger").get("kind").stringValue()).isEqualTo("nps_promoter");
        assertThat(read.get("reasons").isEmpty()).isTrue();
        assertThat(read.get("policy").stringValue()).isEqualTo("readiness-v1");
    }

    @Test
    void whatCannotBeReadGoesAsItCameToTheDeadLettersAndThePartitionGoesOn() {
        String customer = newCustomer();
        byte[] poison = "no Avro at all".getBytes(UTF_8);
        send(customer, poison);
        praise(customer);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(latestAssessments()).containsKey(customer));

        assertThat(CommittedRecords.of(TopicCatalogue.SIGNALS.deadLetterTopic()))
                .filteredOn(letter -> customer.equals(new String(letter.key(), UTF_8)))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.value()).isEqualTo(poison);
                    assertThat(new String(
                                    letter.headers().lastHeader("dlt_reason").value(), UTF_8))
                            .isEqualTo("undecodable");
                });
    }

    @Test
    void killedInTheMiddleItLosesAndDoublesNothing() {
        List<String> customers =
                IntStream.range(0, 40).mapToObj(_ -> newCustomer()).toList();
        int interactions = 20;
        for (int i = 0; i < interactions; i++) {
            for (String customer : customers) {
                send(signal(customer, "talk-" + i, "interaction_logged", daysAgo(i), Map.of()));
            }
            if (i == interactions / 2) {
                await().atMost(PATIENCE)
                        .until(() -> latestAssessments().keySet().containsAll(customers));
                scorer.kill();
            }
        }
        producer.flush();
        scorer.restart();

        await().atMost(PATIENCE).untilAsserted(() -> {
            var latestOfAll = latestAssessments();
            assertThat(customers)
                    .allSatisfy(customer -> assertThat(latestOfAll)
                            .hasEntrySatisfying(
                                    customer,
                                    latest -> assertThat(latest.getProfile().getInteractions())
                                            .isEqualTo(interactions)));
        });
        List<String> eventIds = CommittedRecords.of(TopicCatalogue.READINESS.name()).stream()
                .map(record -> assessments.deserializer().deserialize("", record.value()))
                .map(assessed -> assessed.getMeta().getEventId())
                .toList();
        assertThat(eventIds).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/customers/nobody/readiness, 404",
        "/v1/priority-advocates, 200",
        "/v1/instance/advocate-histogram, 200",
        "/v1/instance/advocates?lowestTenths=0&most=1, 200",
    })
    void ownersAndOperatorsMayReadAndNobodyElse(String path, int status) {
        for (String role : List.of("account-owner", "program-owner", "operator")) {
            assertThat(scorer.get(path, token(role)).status()).as(role).isEqualTo(status);
        }
        for (String role : List.of("source", "finance")) {
            assertRefused(scorer.get(path, token(role)), 403);
        }
        assertRefused(scorer.get(path, null), 401);
    }

    private static void assertRefused(ScorerProcess.Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/priority-advocates?limit=0",
        "/v1/priority-advocates?cursor=elsewhere",
        "/v1/instance/advocates?lowestTenths=1001&most=1",
        "/v1/instance/advocates?lowestTenths=0&most=0",
        "/v1/instance/advocates?most=1",
    })
    void aSenselessQuestionIsRefused(String path) {
        assertRefused(scorer.get(path, token("operator")), 400);
    }

    @ParameterizedTest
    @CsvSource({"/actuator/prometheus", "/v3/api-docs", "/swagger-ui.html", "/actuator/health/liveness"})
    void whatDescribesTheServiceIsOpen(String path) {
        assertThat(scorer.get(path, null).status()).isIn(200, 302);
    }

    /** 10 tenure, 20 first win, 30 promoter, 10 engaged: exactly the band of ask_now. */
    private static void praise(String customer) {
        send(signal(
                customer, "profile", "customer_updated", daysAgo(400), Map.of("signedUpAt", "2020-01-01T00:00:00Z")));
        send(signal(customer, "win", "goal_achieved", daysAgo(90), Map.of("name", "Invoices in a day")));
        send(signal(customer, "nps", "nps_scored", Instant.now().minusSeconds(60), Map.of("score", 9)));
    }

    private static void send(SignalRecorded signal) {
        send(signal.getCustomerId(), signals.serializer().serialize("", signal));
    }

    private static void send(String customer, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(TopicCatalogue.SIGNALS.name(), customer.getBytes(UTF_8), value))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, ReadinessAssessed> latestAssessments() {
        return CommittedRecords.of(TopicCatalogue.READINESS.name()).stream()
                .map(record -> assessments.deserializer().deserialize("", record.value()))
                .collect(Collectors.toMap(ReadinessAssessed::getCustomerId, assessed -> assessed, (_, later) -> later));
    }

    private static String token(String role) {
        return SharedServers.tokens().mint("rep-7", role);
    }

    private static String newCustomer() {
        return "C-" + UUID.randomUUID();
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days)).minusSeconds(3600);
    }
}
