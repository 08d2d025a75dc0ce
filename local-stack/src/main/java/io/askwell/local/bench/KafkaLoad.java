package io.askwell.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.local.server.ServerFailedException;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.Topic;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Writes a load to its topic, as an upstream system would. */
final class KafkaLoad<V extends SpecificRecord> {

    private static final int AT_ONCE = 5_000;

    private final String bootstrapServers;
    private final Topic<V> topic;
    private final Serializer<V> serializer;
    private final Function<V, String> key;

    KafkaLoad(String bootstrapServers, Topic<V> topic, AvroSerdes serdes, Function<V, String> key) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.serializer = serdes.serializer(topic);
        this.key = key;
    }

    void write(Iterator<V> load, int records, Progress progress) {
        try (var producer = new KafkaProducer<byte[], byte[]>(settings())) {
            var written = 0;
            while (load.hasNext()) {
                written += writeSome(load, producer);
                progress.reached(written, records);
            }
        } catch (ExecutionException e) {
            throw new ServerFailedException("The broker did not take the load: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while the load was written", e);
        }
    }

    private int writeSome(Iterator<V> load, KafkaProducer<byte[], byte[]> producer)
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

    private ProducerRecord<byte[], byte[]> record(V fact) {
        return new ProducerRecord<>(
                topic.name(), key.apply(fact).getBytes(UTF_8), serializer.serialize(topic.name(), fact));
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
