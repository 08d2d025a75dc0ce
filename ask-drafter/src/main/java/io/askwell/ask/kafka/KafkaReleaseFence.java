package io.askwell.ask.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.ask.application.Hindrance;
import io.askwell.ask.application.ReleaseFence;
import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.event.KeyPartition;
import io.askwell.transport.kafka.AppliedPositions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * The release fence made of Kafka's own offsets. The order of the steps is what makes it right: the end of the signals
 * first; then the scorer and this service past it; only then the end of the assessments, up to the high watermark, because
 * the markers of the scorer's transaction reach its offsets and its output separately; then this service past that.
 */
public final class KafkaReleaseFence implements ReleaseFence {

    /** Reads signals and assessments together, so that both partitions of a customer are in one process. */
    public static final String GROUP = "ask-drafter.customers";

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Admin admin;
    private final AppliedPositions positions;
    private final String scorerGroup;
    private final Duration patience;

    /**
     * @param scorerGroup the consumer group of the scorer, which is its application.id
     * @param patience how long one attempt waits for readers at most, and for an answer of the broker
     */
    public KafkaReleaseFence(Admin admin, AppliedPositions positions, String scorerGroup, Duration patience) {
        this.admin = admin;
        this.positions = positions;
        this.scorerGroup = scorerGroup;
        this.patience = patience;
    }

    @Override
    public int partitionOf(String customerId) {
        return KeyPartition.of(customerId.getBytes(UTF_8), Topic.PARTITIONS);
    }

    @Override
    public Passage passage(int partition) {
        return new OffsetPassage(
                new TopicPartition(TopicCatalogue.SIGNALS.name(), partition),
                new TopicPartition(TopicCatalogue.READINESS.name(), partition));
    }

    /** The ends, once read, stand: what came after them was not accepted before the approval. */
    private final class OffsetPassage implements Passage {

        private final TopicPartition signals;
        private final TopicPartition readiness;
        private OptionalLong signalsEnd = OptionalLong.empty();
        private OptionalLong readinessEnd = OptionalLong.empty();

        OffsetPassage(TopicPartition signals, TopicPartition readiness) {
            this.signals = signals;
            this.readiness = readiness;
        }

        @Override
        public Crossing attempt() {
            if (own(signals).isEmpty() || own(readiness).isEmpty()) {
                return new Crossing.Elsewhere();
            }
            try {
                return goOn(System.nanoTime() + patience.toNanos());
            } catch (ExecutionException | TimeoutException _) {
                return new Crossing.Waits(Hindrance.BROKER);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return new Crossing.Waits(Hindrance.RELEASE_FENCE);
            }
        }

        private Crossing goOn(long deadline) throws ExecutionException, InterruptedException, TimeoutException {
            if (signalsEnd.isEmpty()) {
                signalsEnd = OptionalLong.of(end(signals));
            }
            if (!reached(() -> scorer(signals), signalsEnd.getAsLong(), deadline)) {
                return new Crossing.Waits(Hindrance.READINESS_SCORER);
            }
            if (!reached(() -> own(signals), signalsEnd.getAsLong(), deadline)) {
                return new Crossing.Waits(Hindrance.OWN_SIGNALS);
            }
            if (readinessEnd.isEmpty()) {
                readinessEnd = OptionalLong.of(end(readiness));
            }
            if (!reached(() -> own(readiness), readinessEnd.getAsLong(), deadline)) {
                return new Crossing.Waits(Hindrance.ASSESSMENTS);
            }
            return new Crossing.Passed();
        }
    }

    /** An absent position is not there yet, never there already. */
    private static boolean reached(Position position, long end, long deadline)
            throws ExecutionException, InterruptedException, TimeoutException {
        while (true) {
            OptionalLong now = position.read();
            if (now.isPresent() && now.getAsLong() >= end) {
                return true;
            }
            if (System.nanoTime() >= deadline) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
    }

    /** The high watermark, read anew: the last stable offset would hide what a transaction is about to reveal. */
    private long end(TopicPartition partition) throws ExecutionException, InterruptedException, TimeoutException {
        return admin.listOffsets(
                        Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                .partitionResult(partition)
                .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                .offset();
    }

    private OptionalLong scorer(TopicPartition signals)
            throws ExecutionException, InterruptedException, TimeoutException {
        var committed = admin.listConsumerGroupOffsets(
                        Map.of(scorerGroup, new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(signals))),
                        new ListConsumerGroupOffsetsOptions().requireStable(false))
                .partitionsToOffsetAndMetadata(scorerGroup)
                .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                .get(signals);
        return committed == null ? OptionalLong.empty() : OptionalLong.of(committed.offset());
    }

    private OptionalLong own(TopicPartition partition) {
        return positions.position(GROUP, partition);
    }

    /** Where a reader of the log is. */
    @FunctionalInterface
    private interface Position {
        OptionalLong read() throws ExecutionException, InterruptedException, TimeoutException;
    }
}
