package io.askwell.readiness.kafka;

import io.askwell.readiness.ReadinessScorerMetrics;
import io.askwell.readiness.application.StampedPolicy;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.Retention;
import io.askwell.schemas.TopicCatalogue;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;

/**
 * Signals in, assessments and dead letters out. There is no repartitioning in between: a customer has one partition number on the
 * signals and on the readiness topic, which the release fence relies on.
 */
public final class ReadinessTopology {

    static final String CUSTOMERS = "customers";
    static final String DUE_MOMENTS = "due-moments";
    static final String DROPPED_SIGNALS = "dropped-signals";
    static final String POLICY_MARK = "policy-mark";
    static final String READINESS = "readiness";
    static final String DEAD_LETTERS = "dead-letters";

    /** A customer is one record of the changelog, and a rich one is larger than a broker allows by default. */
    private static final Map<String, String> LARGE_RECORDS =
            Map.of("max.message.bytes", Integer.toString(StreamsSettings.MOST_RECORD_BYTES));

    private static final String SIGNALS = "signals";
    private static final String SCORER = "scorer";

    private final ReadinessAssessor assessor;
    private final StampedPolicy policy;
    private final Retention retention;
    private final SignalFormat signals;
    private final ReadinessFormat assessments;
    private final ReadinessScorerMetrics metrics;

    public ReadinessTopology(
            ReadinessAssessor assessor,
            StampedPolicy policy,
            Retention retention,
            SignalFormat signals,
            ReadinessFormat assessments,
            ReadinessScorerMetrics metrics) {
        this.assessor = assessor;
        this.policy = policy;
        this.retention = retention;
        this.signals = signals;
        this.assessments = assessments;
        this.metrics = metrics;
    }

    public Topology addTo(Topology topology) {
        return topology.addSource(
                        AutoOffsetReset.earliest(),
                        SIGNALS,
                        ReadinessTopology::acceptedAt,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        TopicCatalogue.SIGNALS.name())
                .addProcessor(SCORER, this::scorer, SIGNALS)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                        Stores.persistentKeyValueStore(CUSTOMERS), Serdes.String(), Serdes.ByteArray())
                                .withCachingEnabled()
                                .withLoggingEnabled(LARGE_RECORDS),
                        SCORER)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(DUE_MOMENTS), Serdes.Bytes(), Serdes.ByteArray()),
                        SCORER)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(DROPPED_SIGNALS), Serdes.Bytes(), Serdes.ByteArray()),
                        SCORER)
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(POLICY_MARK), Serdes.String(), Serdes.String()),
                        SCORER)
                .addSink(
                        READINESS,
                        TopicCatalogue.READINESS.name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        SCORER)
                .addSink(
                        DEAD_LETTERS,
                        TopicCatalogue.SIGNALS.deadLetterTopic(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        SCORER);
    }

    /** Without a timestamp a record counts as accepted before anything can have occurred, which the contract refuses. */
    static long acceptedAt(ConsumerRecord<?, ?> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }

    private ScoringProcessor scorer() {
        return new ScoringProcessor(assessor, policy, retention, signals, assessments, metrics);
    }
}
