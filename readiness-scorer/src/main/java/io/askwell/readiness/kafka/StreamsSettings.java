package io.askwell.readiness.kafka;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How the topology runs. */
public final class StreamsSettings {

    /** Also the consumer group, whose committed offsets the release fence reads. */
    public static final String APPLICATION_ID = "readiness-scorer-v1";

    static final int MOST_RECORD_BYTES = 16 * 1024 * 1024;

    private static final long STORE_CACHE_BYTES = 16L * 1024 * 1024;
    private static final int COMMIT_MILLIS = 100;
    private static final int THREADS = 2;

    /**
     * What a partition collects until the commit. A kept customer is about a kilobyte, so that with the producer's own 16 KiB every
     * tenth signal was a request to the broker.
     */
    private static final int BATCH_BYTES = 256 * 1024;

    private static final int SESSION_MILLIS = 6_000;
    private static final int HEARTBEAT_MILLIS = 1_500;

    private StreamsSettings() {}

    /** @param advertised host:port at which the other instances reach the HTTP edge of this one */
    public static Properties of(String bootstrapServers, Path stateDirectory, String advertised) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, advertised);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // Readers see an assessment when its transaction commits, so this bounds how long one is held.
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, STORE_CACHE_BYTES);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), MOST_RECORD_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        // A killed instance is missed after this; the release fence waits as long.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS);
        return settings;
    }
}
