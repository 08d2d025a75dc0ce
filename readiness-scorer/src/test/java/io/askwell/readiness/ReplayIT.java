package io.askwell.readiness;

import static io.askwell.readiness.Signals.signal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.server.SharedServers;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalRecorded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The replay against a real broker and a real registry. */
class ReplayIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path directory;

    private static Serde<SignalRecorded> signals;
    private static KafkaProducer<byte[], byte[]> producer;
    private static Admin admin;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        SharedServers.provision();
        signals = AvroSerdes.against(SharedServers.registryUrl()).serde(TopicCatalogue.SIGNALS);
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        SharedServers.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "replay-it"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, SharedServers.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        producer.close();
        admin.close();
    }

    @Test
    void itSaysWhatWouldChangeAndChangesNothing() throws IOException {
        var before = replay(policy("askNow: 70", "askNow: 70"));
        String customer = "C-" + UUID.randomUUID();
        transaction(() -> {
            send(customer, "no Avro at all".getBytes(UTF_8));
            praise(customer);
            send(customer, newerKind(customer));
        });
        var untouched = broker();

        var report = replay(policy("askNow: 70", "askNow: 95"));

        assertThat(broker()).isEqualTo(untouched);
        assertThat(change(report, "ask_now", "soft_mention").get("customers").longValue())
                .isPositive();
        assertThat(report.get("signals").longValue())
                .isEqualTo(before.get("signals").longValue() + 3);
        assertThat(report.get("customers").longValue())
                .isEqualTo(before.get("customers").longValue() + 1);
        for (String reason : List.of("undecodable", "newer_kind")) {
            assertThat(passedOver(report, reason)).isEqualTo(passedOver(before, reason) + 1);
        }
        assertThat(before.get("changes").isEmpty()).isTrue();
        assertThat(report.get("active").get("version").stringValue()).isEqualTo("readiness-v1");
        assertThat(report.get("proposed").get("version").stringValue()).isEqualTo("readiness-v1");
        assertThat(report.get("proposed").get("hash").stringValue())
                .isNotEqualTo(report.get("active").get("hash").stringValue());
    }

    @Test
    void whatATransactionGaveUpIsNotRead() throws IOException {
        String customer = "C-" + UUID.randomUUID();
        var before = replay(policy("askNow: 70", "askNow: 70"));
        producer.beginTransaction();
        praise(customer);
        producer.flush();
        producer.abortTransaction();

        var report = replay(policy("askNow: 70", "askNow: 70"));

        assertThat(report.get("signals")).isEqualTo(before.get("signals"));
    }

    @Test
    void progressEndsInTheLastTwentiethAndKeepsApartFromTheDocument() throws IOException {
        transaction(() -> praise("C-" + UUID.randomUUID()));

        replay(policy("askNow: 70", "askNow: 95"));

        assertThat(err.toString(UTF_8).lines())
                .isNotEmpty()
                .allMatch(line -> line.matches("[0-9]+/20 [0-9]+ of [0-9]+ records read"))
                .last()
                .asString()
                .startsWith("20/20 ");
    }

    @Test
    void aMistakeInThePolicyIsToldInOneLineBeforeAnythingIsRead() throws IOException {
        var wrong = policy("softMention: 50", "softMention: 99");

        int exit = run(Map.of("ASKWELL_REPLAY_POLICY", wrong.toString()));

        assertThat(exit).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(err.toString(UTF_8).strip())
                .isEqualTo("%s, line 17: bands.softMention must be above 0 and below askNow".formatted(wrong));
    }

    private JsonNode replay(Path policy) {
        out.reset();
        err.reset();
        int exit = run(Map.of(
                "ASKWELL_REPLAY_POLICY",
                policy.toString(),
                "ASKWELL_KAFKA",
                SharedServers.bootstrapServers(),
                "ASKWELL_REGISTRY",
                SharedServers.registryUrl()));
        assertThat(exit).as(err.toString(UTF_8)).isZero();
        return JSON.readTree(out.toString(UTF_8));
    }

    private int run(Map<String, String> settings) {
        return ReplayApplication.run(settings, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private static Path policy(String shipped, String written) throws IOException {
        return Files.writeString(directory.resolve(UUID.randomUUID() + ".yaml"), TestPolicy.text(shipped, written));
    }

    private static JsonNode change(JsonNode report, String from, String to) {
        return report.get("changes")
                .valueStream()
                .filter(change -> change.get("from").stringValue().equals(from)
                        && change.get("to").stringValue().equals(to))
                .findFirst()
                .orElseThrow(() -> new AssertionError(report.toPrettyString()));
    }

    private static long passedOver(JsonNode report, String reason) {
        return report.get("passedOver").path(reason).asLong(0);
    }

    /** Whatever a reader could leave behind: records on any topic, topics, groups and how far these have read. */
    private static Map<String, Object> broker() {
        return answered(() -> {
            Set<String> topics = admin.listTopics().names().get();
            Map<TopicPartition, OffsetSpec> ends = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
            Map<String, Object> state = new TreeMap<>();
            admin.listOffsets(ends)
                    .all()
                    .get()
                    .forEach((partition, end) -> state.put(partition.toString(), end.offset()));
            for (GroupListing group : admin.listGroups().all().get()) {
                state.put(
                        "group " + group.groupId(),
                        admin.listConsumerGroupOffsets(group.groupId())
                                .partitionsToOffsetAndMetadata()
                                .get());
            }
            return state;
        });
    }

    /** 10 tenure, 20 first win, 30 promoter, 10 engaged: exactly the band of ask_now. */
    private static void praise(String customer) {
        send(signal(
                customer, "profile", "customer_updated", daysAgo(400), Map.of("signedUpAt", "2020-01-01T00:00:00Z")));
        send(signal(customer, "win", "goal_achieved", daysAgo(90), Map.of("name", "Invoices in a day")));
        send(signal(customer, "nps", "nps_scored", Instant.now().minusSeconds(60), Map.of("score", 9)));
    }

    private static byte[] newerKind(String customer) {
        var known = signal(customer, "new", "renewed", daysAgo(1), Map.of());
        return signals.serializer()
                .serialize(
                        "",
                        SignalRecorded.newBuilder(known)
                                .setKind(SignalKind.UNRECOGNIZED)
                                .build());
    }

    private static void send(SignalRecorded signal) {
        send(signal.getCustomerId(), signals.serializer().serialize("", signal));
    }

    private static void send(String customer, byte[] value) {
        answered(() -> producer.send(
                        new ProducerRecord<>(TopicCatalogue.SIGNALS.name(), customer.getBytes(UTF_8), value))
                .get());
    }

    private static void transaction(Runnable records) {
        producer.beginTransaction();
        records.run();
        producer.commitTransaction();
    }

    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    private static <T> T answered(Question<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days)).minusSeconds(3600);
    }
}
