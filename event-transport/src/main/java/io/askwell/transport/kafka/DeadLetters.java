package io.askwell.transport.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.transport.inbox.Inbox;
import io.askwell.transport.metrics.TransportMetrics;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.SingleRecordHeader;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts aside what can never be applied: key, value and headers as they came, with Spring's headers and readable twins of them.
 * Only after the broker has the dead letter does the reader's position move past the record.
 */
public final class DeadLetters implements AutoCloseable {

    public static final String SUFFIX = "-dlt";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String FAILED = "failed";

    private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
    private final Inbox inbox;
    private final TransactionOperations transactions;
    private final TransportMetrics metrics;

    public DeadLetters(
            Map<String, Object> clientSettings,
            Inbox inbox,
            TransactionOperations transactions,
            TransportMetrics metrics) {
        this.producers = new DefaultKafkaProducerFactory<>(
                settings(clientSettings), new ByteArraySerializer(), new ByteArraySerializer());
        this.inbox = inbox;
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /** @param whenPutAside is told of each record in the transaction that moves the position past it */
    ConsumerRecordRecoverer recoverer(String group, Consumer<ConsumerRecord<?, ?>> whenPutAside) {
        var publisher = new DeadLetterPublishingRecoverer(
                new KafkaTemplate<>(producers), (record, _) -> new TopicPartition(record.topic() + SUFFIX, -1));
        publisher.setHeadersFunction(DeadLetters::readableTwins);
        // It would be larger than most records, and the application's log has it.
        publisher.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        return (record, failure) -> {
            publisher.accept(record, failure);
            var partition = new TopicPartition(record.topic(), record.partition());
            transactions.executeWithoutResult(_ -> {
                if (inbox.advance(group, partition, record.offset())) {
                    whenPutAside.accept(record);
                }
            });
            metrics.deadLetter(record.topic(), reason(failure));
            log.atWarn()
                    .addKeyValue("group", group)
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", reason(failure))
                    .log("A record was put aside as a dead letter");
        };
    }

    @Override
    public void close() {
        producers.destroy();
    }

    private static Headers readableTwins(ConsumerRecord<?, ?> record, Exception failure) {
        Throwable thrown = thrownByHandler(failure);
        return new RecordHeaders()
                .add(text("dlt_reason", reason(failure)))
                .add(text("dlt_topic", record.topic()))
                .add(text("dlt_partition", Integer.toString(record.partition())))
                .add(text("dlt_offset", Long.toString(record.offset())))
                .add(text("dlt_exception", thrown.getClass().getName() + ": " + thrown.getMessage()));
    }

    private static SingleRecordHeader text(String name, String value) {
        return new SingleRecordHeader(name, value.getBytes(UTF_8));
    }

    private static String reason(Exception failure) {
        return PoisonRecordException.in(failure)
                .map(PoisonRecordException::reason)
                .orElse(FAILED);
    }

    /** The reader and its container wrap what a handler throws. */
    private static Throwable thrownByHandler(Throwable failure) {
        return switch (failure) {
            case ListenerExecutionFailedException wrapped
            when wrapped.getCause() != null -> thrownByHandler(wrapped.getCause());
            case BatchListenerFailedException wrapped
            when wrapped.getCause() != null -> thrownByHandler(wrapped.getCause());
            default -> failure;
        };
    }

    /** The record came through a broker, so it is for the broker, not for this client, to find a dead letter too large. */
    private static Map<String, Object> settings(Map<String, Object> clientSettings) {
        var settings = new HashMap<>(clientSettings);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 64 * 1024 * 1024);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        return settings;
    }
}
