package io.askwell.reward;

import static org.awaitility.Awaitility.await;

import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import io.askwell.rewards.v1.RewardEvent;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The service as it ships, between a real broker, registry and database; one for all tests, which use referrals of their own. */
final class RunningLedger {

    static final String PROGRAM_OWNER = SharedServers.tokens().mint("pat", "program-owner");
    static final String OPERATOR = SharedServers.tokens().mint("ops", "operator");
    static final String FINANCE = SharedServers.tokens().mint("fin", "finance");

    private static final MovableClock CLOCK = new MovableClock();
    private static final RunningLedger INSTANCE = new RunningLedger();

    private final HttpClient client = HttpClient.newHttpClient();
    private final AvroSerdes serdes = AvroSerdes.against(SharedServers.registryUrl());
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<String, byte[]> producer;

    @Configuration(proxyBeanMethods = false)
    static class MovableTime {
        @Bean
        @Primary
        MovableClock movableClock() {
            return CLOCK;
        }
    }

    private RunningLedger() {
        SharedServers.provision();
        ServiceDatabase database = SharedServers.freshDatabase("reward_ledger");
        context = new SpringApplicationBuilder(RewardLedgerApplication.class, MovableTime.class)
                .run(
                        "--SERVER_PORT=0",
                        "--ASKWELL_KAFKA=" + SharedServers.bootstrapServers(),
                        "--ASKWELL_REGISTRY=" + SharedServers.registryUrl(),
                        "--ASKWELL_DB_JDBC_URL=" + database.jdbcUrl(),
                        "--ASKWELL_DB_USER=" + database.user(),
                        "--ASKWELL_DB_PASSWORD=" + database.password(),
                        "--ASKWELL_TOKEN_KEY=" + SharedServers.tokens().publicKeyLocation(),
                        "--askwell.mature-every=100ms");
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SharedServers.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    static RunningLedger get() {
        return INSTANCE;
    }

    MovableClock clock() {
        return CLOCK;
    }

    JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    void publish(AttributionEvent event) {
        publish(event.getReferralId(), encoded(event));
    }

    void publish(String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(TopicCatalogue.ATTRIBUTIONS.name(), key, value))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    byte[] encoded(AttributionEvent event) {
        return Objects.requireNonNull(
                serdes.serializer(TopicCatalogue.ATTRIBUTIONS).serialize(TopicCatalogue.ATTRIBUTIONS.name(), event));
    }

    Answer get(String path, @Nullable String token) {
        return send(request(path, token).GET().build());
    }

    Answer post(String path, String token, String body, @Nullable String idempotencyKey) {
        HttpRequest.Builder request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request.build());
    }

    Answer postAs(String mediaType, String path, String token, String body) {
        return send(request(path, token)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Answer decide(JsonNode reward, String body) {
        return post("/v1/rewards/" + reward.path("rewardId").asString() + "/decision", PROGRAM_OWNER, body, null);
    }

    List<JsonNode> rewards(String referralId) {
        return get("/v1/rewards?referralId=" + referralId, PROGRAM_OWNER)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** The newest reward of one side; missing when there is none. */
    JsonNode reward(String referralId, String role) {
        return rewards(referralId).stream()
                .filter(reward -> reward.path("role").asString().equals(role))
                .reduce((_, later) -> later)
                .orElse(MissingNode.getInstance());
    }

    JsonNode awaitState(String referralId, String role, String state) {
        return await().until(
                        () -> reward(referralId, role),
                        reward -> reward.path("state").asString("").equals(state));
    }

    /** The referrer's reward of a referral won this long ago, waiting for a person. */
    JsonNode proposed(String referralId, Duration wonAgo) {
        return proposed(AttributionEvents.won(referralId, wonAgo));
    }

    JsonNode proposed(AttributionEvent won) {
        publish(won);
        return awaitState(won.getReferralId(), "referrer", "awaiting_approval");
    }

    RewardEvent lastEvent(String referralId) {
        return Objects.requireNonNull(
                published(TopicCatalogue.REWARDS, referralId).getLast());
    }

    /** All that a reader of committed records finds in the topic now under this key, decoded; null is a tombstone. */
    <T extends SpecificRecord> List<@Nullable T> published(Topic<T> topic, String key) {
        List<@Nullable T> values = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records(topic.name())) {
            if (key.equals(record.key())) {
                values.add(
                        record.value() == null
                                ? null
                                : serdes.deserializer(topic).deserialize(topic.name(), record.value()));
            }
        }
        return values;
    }

    List<ConsumerRecord<String, byte[]>> records(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", SharedServers.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** A batch as the table that finance downloads. */
    HttpResponse<String> table(String path, String token) {
        return respond(request(path, token).header("Accept", "text/csv").GET().build());
    }

    Answer postTable(String path, String token, String table) {
        return send(request(path, token)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(table))
                .build());
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        String port = Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        HttpResponse<String> response = respond(request);
        return new Answer(response.statusCode(), response.body());
    }

    private HttpResponse<String> respond(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
