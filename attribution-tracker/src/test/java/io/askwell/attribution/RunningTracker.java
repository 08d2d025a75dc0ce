package io.askwell.attribution;

import static org.awaitility.Awaitility.await;

import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.PendingReview;
import io.askwell.event.v1.EventMeta;
import io.askwell.event.v1.Policy;
import io.askwell.leads.v1.LeadReported;
import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import io.askwell.rewards.v1.RewardEvent;
import io.askwell.rewards.v1.RewardEventType;
import io.askwell.rewards.v1.RewardState;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.schemas.leads.LeadKey;
import io.askwell.signals.v1.SignalRecorded;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service, as it is shipped, on servers as they are shipped; one for all tests of the JVM, who use leads of their own. */
final class RunningTracker {

    static final RunningTracker SHARED = new RunningTracker();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MovableClock clock = new MovableClock();
    private final AvroSerdes serdes;
    private final ConfigurableApplicationContext context;
    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaProducer<String, byte[]> producer;

    private RunningTracker() {
        // A busy machine is slow, not wrong.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
        SharedServers.provision();
        serdes = AvroSerdes.against(SharedServers.registryUrl());
        context = start(SharedServers.freshDatabase("attribution_tracker"));
        int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
        url = "http://127.0.0.1:" + port;
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        SharedServers.bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private ConfigurableApplicationContext start(ServiceDatabase database) {
        return new SpringApplicationBuilder(AttributionTrackerApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("movableClock", InstantSource.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + SharedServers.bootstrapServers(),
                        "--askwell.registry=" + SharedServers.registryUrl(),
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--spring.security.oauth2.resourceserver.jwt.public-key-location="
                                + SharedServers.tokens().publicKeyLocation());
    }

    MovableClock clock() {
        return clock;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** As signal-ingest writes it. */
    void publish(LeadReported lead) {
        publish(LeadKey.of(lead), serdes.serializer(TopicCatalogue.LEADS).serialize(TopicCatalogue.LEADS.name(), lead));
    }

    /** What is published meanwhile is read together. */
    void whileLeadsWait(Runnable publishing) {
        var reader = context.getBean("leadReader", KafkaMessageListenerContainer.class);
        reader.stop();
        publishing.run();
        reader.start();
    }

    /** As signal-ingest writes it. */
    void publish(SignalRecorded signal) {
        byte[] value = serdes.serializer(TopicCatalogue.SIGNALS).serialize(TopicCatalogue.SIGNALS.name(), signal);
        send(new ProducerRecord<>(TopicCatalogue.SIGNALS.name(), signal.getCustomerId(), value));
    }

    void publish(String key, byte[] value) {
        send(new ProducerRecord<>(TopicCatalogue.LEADS.name(), key, value));
    }

    private void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The broker takes no record", e);
        }
    }

    /** As the ledger says it; the newest state of a referral's only reward. */
    void publishReward(String referralId, RewardState state) {
        Instant now = Instant.now();
        RewardEvent event = RewardEvent.newBuilder()
                .setMeta(new EventMeta(UUID.randomUUID().toString(), now, now, "ask-1", null))
                .setType(RewardEventType.reward_reassessed)
                .setRewardId("reward-of-" + referralId)
                .setReferralId(referralId)
                .setState(state)
                .setPolicy(new Policy("default-v1", "f00d"))
                .build();
        byte[] value = serdes.serializer(TopicCatalogue.REWARDS).serialize(TopicCatalogue.REWARDS.name(), event);
        send(new ProducerRecord<>(TopicCatalogue.REWARDS.name(), referralId, value));
    }

    /** Whether the reward of a referral is known to be approved or paid; empty while nothing is known of it. */
    Optional<Boolean> money(String referralId) {
        return bean(JdbcClient.class)
                .sql("select approved_or_paid from reward_state where referral_id = :referralId")
                .param("referralId", referralId)
                .query(Boolean.class)
                .optional();
    }

    /** The steps of the referral of a lead, once there are so many. */
    List<AttributionEvent> stepsAfter(int count, String email) {
        await().until(() ->
                get("/v1/referrals?leadEmail=" + email).path("items").size() == 1);
        String referralId = referralOf(email).path("referralId").asString();
        return await().until(() -> steps(referralId), steps -> steps.size() >= count);
    }

    /** How many lead records ended so. */
    double records(String outcome) {
        return bean(MeterRegistry.class)
                .counter(AttributionTrackerMetrics.LEAD_RECORDS, AttributionTrackerMetrics.OUTCOME, outcome)
                .count();
    }

    /** Every step of a referral so far, in order. */
    List<AttributionEvent> steps(String referralId) {
        return records(TopicCatalogue.ATTRIBUTIONS, referralId).stream()
                .map(record -> Objects.requireNonNull(record.value()))
                .toList();
    }

    /** Everything that was ever said about a review, in order; null for a tombstone. */
    List<@Nullable PendingReview> reviewRecords(String reviewId) {
        List<@Nullable PendingReview> values = new ArrayList<>();
        records(TopicCatalogue.PENDING_REVIEWS, reviewId).forEach(record -> values.add(record.value()));
        return values;
    }

    /** What lies on a topic under a key now. */
    <T extends SpecificRecord> List<ConsumerRecord<String, @Nullable T>> records(Topic<T> topic, String key) {
        Deserializer<T> values = serdes.deserializer(topic);
        return read(topic.name(), values).stream()
                .filter(record -> key.equals(record.key()))
                .toList();
    }

    /** All that lies on a topic now. */
    <V> List<ConsumerRecord<String, @Nullable V>> read(String topic, Deserializer<V> values) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                SharedServers.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (var consumer = new KafkaConsumer<String, V>(settings, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, @Nullable V>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return found;
        }
    }

    JsonNode get(String path) {
        HttpResponse<String> response = request("GET", path, "program-owner", null, null);
        if (response.statusCode() != 200) {
            throw new AssertionError("GET " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** The one referral of a lead. */
    JsonNode referralOf(String email) {
        JsonNode items = get("/v1/referrals?leadEmail=" + email).path("items");
        if (items.size() != 1) {
            throw new AssertionError("There are " + items.size() + " referrals of " + email);
        }
        return items.get(0);
    }

    HttpResponse<String> rule(String reviewId, String creditClaim, @Nullable String idempotencyKey) {
        String body = JSON.writeValueAsString(Map.of("creditClaim", creditClaim, "reason", "I asked both of them"));
        return request("POST", "/v1/reviews/" + reviewId + "/ruling", "program-owner", body, idempotencyKey);
    }

    HttpResponse<String> request(
            String method, String path, @Nullable String role, @Nullable String body, @Nullable String idempotencyKey) {
        return requestAs("pat", method, path, role, body, idempotencyKey);
    }

    HttpResponse<String> requestAs(
            String subject,
            String method,
            String path,
            @Nullable String role,
            @Nullable String body,
            @Nullable String idempotencyKey) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (role != null) {
            request.header("Authorization", "Bearer " + SharedServers.tokens().mint(subject, role));
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("The service does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the service answers", e);
        }
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** An address that no other test uses. */
    static String newAddress() {
        return "lead-" + UUID.randomUUID() + "@acme.example";
    }
}
