package io.askwell.signal.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.askwell.schemas.Topic;
import io.askwell.signal.application.FactLog;
import io.askwell.signal.application.NotAcknowledgedException;
import io.askwell.transport.event.CloudEventHeaders;
import io.askwell.transport.event.Traceparent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** Writes facts to their topic, each under its key, and waits until all in-sync replicas have every one. */
public final class FactPublisher<F extends SpecificRecord> implements FactLog<F> {

    private final Topic<F> topic;
    private final Serializer<F> serializer;
    private final Function<F, String> key;
    private final Function<F, CloudEventHeaders> event;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Duration patience;

    /**
     * @param kafka an idempotent producer with acks=all
     * @param patience longest wait for a batch; who waits longer than the producer's own delivery timeout hears its reason
     */
    public FactPublisher(
            Topic<F> topic,
            Serializer<F> serializer,
            Function<F, String> key,
            Function<F, CloudEventHeaders> event,
            KafkaTemplate<String, byte[]> kafka,
            Duration patience) {
        this.topic = topic;
        this.serializer = serializer;
        this.key = key;
        this.event = event;
        this.kafka = kafka;
        this.patience = patience;
    }

    @Override
    public void append(List<F> facts) {
        var acknowledgements = new Acknowledgements(facts.size());
        try {
            // A record that fails at once throws and ends this: without a broker each further one would block as long.
            for (F fact : facts) {
                var _ = kafka.send(record(fact)).whenComplete((_, failure) -> acknowledgements.add(failure));
            }
            acknowledgements.all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (KafkaException | org.apache.kafka.common.KafkaException failure) {
            throw new NotAcknowledgedException("The broker did not take all records of " + topic.name(), failure);
        } catch (ExecutionException | TimeoutException failure) {
            throw new NotAcknowledgedException("The broker did not acknowledge all of " + topic.name(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledgedException("Interrupted before the broker had acknowledged", interrupted);
        }
    }

    private ProducerRecord<String, byte[]> record(F fact) {
        var record = new ProducerRecord<>(topic.name(), key.apply(fact), encode(fact));
        event.apply(fact).writeTo(record.headers());
        record.headers()
                .add(
                        Traceparent.HEADER,
                        Traceparent.current().child().toString().getBytes(US_ASCII));
        return record;
    }

    private byte[] encode(F fact) {
        try {
            return serializer.serialize(topic.name(), fact);
        } catch (RuntimeException failure) {
            if (isOutage(failure)) {
                throw new NotAcknowledgedException("The registry did not answer for " + topic.name(), failure);
            }
            throw failure;
        }
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof IOException
                || failure instanceof TimeoutException
                || (failure.getCause() != null && isOutage(failure.getCause()));
    }

    /** Counts, instead of keeping a future for each record, which would keep the record and its headers as well. */
    private static final class Acknowledgements {

        private final CompletableFuture<@Nullable Void> all = new CompletableFuture<>();
        private final AtomicInteger missing;

        Acknowledgements(int missing) {
            this.missing = new AtomicInteger(missing);
        }

        void add(@Nullable Throwable failure) {
            if (failure != null) {
                all.completeExceptionally(failure);
            } else if (missing.decrementAndGet() == 0) {
                all.complete(null);
            }
        }
    }
}
