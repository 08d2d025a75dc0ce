package io.askwell.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.local.server.ServerFailedException;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalRecorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Writes a load to the signals topic, as an upstream system would. */
final class KafkaLoad {

    private static final int AT_ONCE = 5_000;

    private final String bootstrapServers;
    private final Serializer<SignalRecorded> serializer;

    KafkaLoad(String bootstrapServers, Serializer<SignalRecorded> serializer) {
        this.bootstrapServers = bootstrapServers;
        this.serializer = serializer;
    }

    void write(SignalLoad load, int signals, Progress progress) {
        try (var producer = new KafkaProducer<byte[], byte[]>(settings())) {
            var written = 0;
            while (load.hasNext()) {
                written += writeSome(load, producer);
                progress.reached(written, signals);
            }
        } catch (ExecutionException e) {
            throw new ServerFailedException("The broker did not take the load: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while the load was written", e);
        }
    }

    private int writeSome(SignalLoad load, KafkaProducer<byte[], byte[]> producer)
            throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> written = new ArrayList<>();
        while (load.hasNext() && written.size() < AT_ONCE) {
            written.add(producer.send(record(load.next())));
        }
        producer.flush();
        for (var each : written) {
            each.get();
        }
        return written.size();
    }

    private ProducerRecord<byte[], byte[]> record(SignalRecorded signal) {
        var topic = TopicCatalogue.SIGNALS.name();
        return new ProducerRecord<>(topic, signal.getCustomerId().getBytes(UTF_8), serializer.serialize(topic, signal));
    }

    private Map<String, Object> settings() {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 * 1024,
                ProducerConfig.LINGER_MS_CONFIG,
                20);
    }
}
