package io.askwell.transport.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes rows in Kafka transactions under the name of one outbox partition. Opening one shuts out every older one. */
final class OutboxPublisher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte @Nullable []> producer;

    private OutboxPublisher(KafkaProducer<byte[], byte @Nullable []> producer) {
        this.producer = producer;
    }

    static OutboxPublisher open(Map<String, Object> clientSettings, String service, int partition) {
        var producer = new KafkaProducer<byte[], byte @Nullable []>(
                settings(clientSettings, service + "-outbox-" + partition),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        try {
            producer.initTransactions();
            return new OutboxPublisher(producer);
        } catch (KafkaException failure) {
            producer.close(Duration.ZERO);
            throw failure;
        }
    }

    /** All rows or none. Everything but a refusal of the records themselves is thrown: the outcome is then unknown. */
    Publication publish(List<OutboxRow> rows) {
        var sent = new ArrayList<Future<RecordMetadata>>(rows.size());
        producer.beginTransaction();
        try {
            rows.forEach(row -> sent.add(producer.send(row.toRecord())));
            producer.commitTransaction();
            return new Publication.Published();
        } catch (TimeoutException unknown) {
            // Perhaps committed, perhaps not: the next publisher of this partition settles it when it opens.
            throw unknown;
        } catch (KafkaException failure) {
            producer.abortTransaction();
            return refusal(sent).orElseThrow(() -> failure);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }

    private static Optional<Publication> refusal(List<Future<RecordMetadata>> sent) {
        return sent.stream()
                .filter(future -> future.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .filter(OutboxPublisher::isForGood)
                .findFirst()
                .map(failure ->
                        new Publication.Refused(failure.getClass().getSimpleName() + ": " + failure.getMessage()));
    }

    /** What no retry changes. A missing topic or permission is not among it: an operator may still provide it. */
    private static boolean isForGood(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof InvalidTimestampException
                || failure instanceof InvalidTopicException
                || failure instanceof PolicyViolationException;
    }

    private static Map<String, Object> settings(Map<String, Object> clientSettings, String transactionalId) {
        var settings = new HashMap<>(clientSettings);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
        // A transaction may have to wait for the markers of the one before, which takes the broker a few milliseconds.
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 5);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        return settings;
    }

    sealed interface Publication {
        record Published() implements Publication {}

        /** At least one of the rows can never be published. */
        record Refused(String reason) implements Publication {}
    }
}
