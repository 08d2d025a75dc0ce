package io.askwell.local.bench;

import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalRecorded;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * The least that a Kafka Streams application with Avro and exactly once can do with signals: it reads and writes each again
 * and keeps nothing. Threads, guarantee, commit interval and session are those of the scorer.
 */
final class CopyTopology {

    static final String GROUP = "bench-copy";
    static final String SINK = "bench.copy.v1";

    private CopyTopology() {}

    /** @param arguments bootstrap servers, root of the registry, state directory */
    public static void main(String[] arguments) throws InterruptedException {
        var serde = AvroSerdes.against(arguments[1]).serde(TopicCatalogue.SIGNALS);
        var streams = new KafkaStreams(copy(TopicCatalogue.SIGNALS, serde), settings(arguments[0], arguments[2]));
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(streams::close, "copy-end"));
        streams.setStateListener((now, before) -> {
            if (now.hasCompletedShutdown()) {
                ended.countDown();
            }
        });
        streams.start();
        ended.await();
    }

    private static Topology copy(Topic<SignalRecorded> source, Serde<SignalRecorded> serde) {
        var builder = new StreamsBuilder();
        builder.stream(source.name(), Consumed.with(Serdes.ByteArray(), serde))
                .to(SINK, Produced.with(Serdes.ByteArray(), serde));
        return builder.build();
    }

    private static Properties settings(String bootstrapServers, String stateDirectory) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, GROUP);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500);
        return settings;
    }
}
