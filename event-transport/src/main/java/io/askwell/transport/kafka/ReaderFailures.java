package io.askwell.transport.kafka;

import io.askwell.transport.metrics.TransportMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What becomes of a failure. Poison is put aside at once. A broken world is waited for, however long. Anything else is tried
 * a few times and then put aside, because it may be the record and must not stop those behind it.
 */
final class ReaderFailures extends DefaultErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(ReaderFailures.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_AN_UNWRITTEN_DEAD_LETTER = Duration.ofSeconds(1);
    private static final int RETRIES_OF_AN_UNKNOWN_FAILURE = 4;

    ReaderFailures(ConsumerRecordRecoverer deadLetters, TransportMetrics metrics) {
        super(deadLetters);
        setRetryListeners(new Witness(metrics));
        // Which failures are worth a retry is decided by the pause alone.
        setClassifications(Map.of(), true);
        setBackOffFunction((_, failure) -> pauseAfter(failure));
    }

    /**
     * The position that the database remembers is not in the topic: either the topic was replaced by another of its name, or
     * records were deleted before they were read. To go on would pass over facts in silence, so the reader stops.
     */
    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        if (failure instanceof OffsetOutOfRangeException lost) {
            log.atError()
                    .addKeyValue("group", container.getGroupId())
                    .addKeyValue("positions", lost.offsetOutOfRangePartitions())
                    .log("The topic does not have the position that the database remembers; the reader stops");
            container.stopAbnormally(() -> {});
        } else {
            super.handleOtherException(failure, consumer, container, batchListener);
        }
    }

    private static BackOff pauseAfter(Exception failure) {
        if (PoisonRecordException.in(failure).isPresent()) {
            return new FixedBackOff(0, 0);
        }
        if (BrokenWorld.caused(failure)) {
            var forEver = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
            forEver.setMaxInterval(LONGEST_PAUSE.toMillis());
            return forEver;
        }
        var fewTimes = new ExponentialBackOffWithMaxRetries(RETRIES_OF_AN_UNKNOWN_FAILURE);
        fewTimes.setInitialInterval(FIRST_PAUSE.toMillis());
        fewTimes.setMultiplier(2);
        return fewTimes;
    }

    /** Makes every failed attempt visible. */
    private record Witness(TransportMetrics metrics) implements RetryListener {

        @Override
        public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
            metrics.failedDelivery(record.topic());
            about(log.atWarn(), record)
                    .addKeyValue("attempt", attempt)
                    .setCause(failure)
                    .log("A record could not be applied");
        }

        /** The record comes again at once, so a dead-letter topic that takes nothing would keep this thread spinning. */
        @Override
        public void recoveryFailed(ConsumerRecord<?, ?> record, @Nullable Exception original, Exception failure) {
            about(log.atError(), record).setCause(failure).log("A dead letter could not be written");
            LockSupport.parkNanos(PAUSE_AFTER_AN_UNWRITTEN_DEAD_LETTER.toNanos());
        }

        private static LoggingEventBuilder about(LoggingEventBuilder entry, ConsumerRecord<?, ?> record) {
            return entry.addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset());
        }
    }
}
