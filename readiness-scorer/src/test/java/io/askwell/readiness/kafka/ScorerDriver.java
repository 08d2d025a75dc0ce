package io.askwell.readiness.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.readiness.ReadinessScorerMetrics;
import io.askwell.readiness.Signals;
import io.askwell.readiness.TestPolicy;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.Retention;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalRecorded;
import io.askwell.transport.event.KeyPartition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology without a broker, at a time of its own. */
final class ScorerDriver implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Serde<SignalRecorded> SIGNALS = PlainSerde.of(TopicCatalogue.SIGNALS.schema());

    /** The driver has one partition, the first; so these are a customer who belongs there and one who does not. */
    static final String CUSTOMER = customerOn(true);

    static final String STRANGER = customerOn(false);

    private static final Serde<ReadinessAssessed> ASSESSMENTS = PlainSerde.of(TopicCatalogue.READINESS.schema());

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final TestOutputTopic<byte[], ReadinessAssessed> readiness;
    final TestOutputTopic<byte[], byte[]> deadLetters;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> signals;

    ScorerDriver(Path directory) {
        this(directory, SIGNALS);
    }

    ScorerDriver(Path directory, Serde<SignalRecorded> serde) {
        var policy = TestPolicy.shipped();
        var topology = new ReadinessTopology(
                new ReadinessAssessor(policy.policy()),
                policy,
                new Retention(policy.policy()),
                new SignalFormat(serde.deserializer()),
                new ReadinessFormat(ASSESSMENTS.serializer(), policy),
                new ReadinessScorerMetrics(meters));
        driver = new TopologyTestDriver(
                topology.addTo(new Topology()), StreamsSettings.of("none:9092", directory, "none:8082"), NOW);
        signals = driver.createInputTopic(
                TopicCatalogue.SIGNALS.name(),
                new ByteArraySerializer(),
                new ByteArraySerializer(),
                NOW,
                Duration.ZERO);
        readiness = driver.createOutputTopic(
                TopicCatalogue.READINESS.name(), new ByteArrayDeserializer(), ASSESSMENTS.deserializer());
        deadLetters = driver.createOutputTopic(
                TopicCatalogue.SIGNALS.deadLetterTopic(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** 10 for tenure and 20 for the win. */
    void establish() {
        var profile = Map.of("signedUpAt", "2020-01-01T00:00:00Z", "accountOwner", "rep-7");
        send(signal("profile", "customer_updated", NOW.minus(Duration.ofDays(400)), profile));
        send(signal("win", "goal_achieved", NOW.minus(Duration.ofDays(90)), Map.of("name", "Go live")));
    }

    void send(SignalRecorded signal) {
        signals.pipeInput(signal.getCustomerId().getBytes(UTF_8), encoded(signal));
    }

    /** The same at another time: the log's timestamp is when the signal was accepted. */
    void send(SignalRecorded signal, Instant acceptedAt) {
        signals.pipeInput(signal.getCustomerId().getBytes(UTF_8), encoded(signal), acceptedAt);
    }

    void send(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        signals.pipeInput(new TestRecord<>(key, value, headers));
    }

    void passes(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** What is kept of the customer, stored and read back. */
    CustomerSignals kept() {
        KeyValueStore<String, byte[]> customers = driver.getKeyValueStore(ReadinessTopology.CUSTOMERS);
        return Optional.ofNullable(customers.get(CUSTOMER))
                .map(bytes -> CustomerFormat.customer(bytes).signals())
                .orElse(CustomerSignals.none());
    }

    @Override
    public void close() {
        driver.close();
    }

    static SignalRecorded nps(String id, int score) {
        return signal(id, "nps_scored", NOW, Map.of("score", score));
    }

    static SignalRecorded signal(String id, String kind, Instant at, Map<String, ?> attributes) {
        return Signals.signal(CUSTOMER, id, kind, at, attributes);
    }

    static byte[] encoded(SignalRecorded signal) {
        return SIGNALS.serializer().serialize("", signal);
    }

    static String text(TestRecord<byte[], ?> record, String header) {
        return new String(record.headers().lastHeader(header).value(), UTF_8);
    }

    private static String customerOn(boolean first) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> "C-" + i)
                .filter(id -> (KeyPartition.of(id.getBytes(UTF_8), TopicCatalogue.SIGNALS.partitions()) == 0) == first)
                .findFirst()
                .orElseThrow();
    }
}
