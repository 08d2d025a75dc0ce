package io.askwell.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.askwell.local.server.BrokerServer;
import io.askwell.local.server.FreePorts;
import io.askwell.local.server.Installation;
import io.askwell.local.server.Provisioning;
import io.askwell.local.server.RunningServer;
import io.askwell.local.server.SharedServers;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalRecorded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A broker for a test that does to it what no other test would bear, with every topic; its schemas are the shared ones. */
final class OwnBroker implements AutoCloseable {

    private final RunningServer<BrokerServer> server;
    private final Map<String, Object> clients;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;

    private OwnBroker(RunningServer<BrokerServer> server) {
        this.server = server;
        this.clients = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        this.producer = new KafkaProducer<>(clients, new ByteArraySerializer(), new ByteArraySerializer());
        this.admin = Admin.create(clients);
    }

    static OwnBroker start(Path directory) {
        var broker = new OwnBroker(RunningServer.start(
                new BrokerServer(Installation.ofThisBuild(), directory.resolve("kafka"), FreePorts.next())));
        new Provisioning(broker.bootstrapServers(), SharedServers.registryUrl() + "/apis/ccompat/v7").run();
        return broker;
    }

    String bootstrapServers() {
        return server.server().bootstrapServers();
    }

    void kill() {
        server.kill();
    }

    void restart() {
        server.restart();
    }

    void signal(SignalRecorded signal) {
        write(TopicCatalogue.SIGNALS, signal.getCustomerId(), signal);
    }

    /** Written at once, and acknowledged when this returns. */
    void signals(List<SignalRecorded> signals) {
        var serializer = RunningDrafter.serdes().serializer(TopicCatalogue.SIGNALS);
        String topic = TopicCatalogue.SIGNALS.name();
        signals.stream()
                .map(signal -> producer.send(new ProducerRecord<>(
                        topic, signal.getCustomerId().getBytes(UTF_8), serializer.serialize(topic, signal))))
                .toList()
                .forEach(OwnBroker::acknowledged);
    }

    void assessment(ReadinessAssessed assessment) {
        write(TopicCatalogue.READINESS, assessment.getCustomerId(), assessment);
    }

    void scorerHasReadEverything() {
        var latest = partitions(TopicCatalogue.SIGNALS).stream()
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        answer(admin.listOffsets(latest).all())
                .forEach((partition, end) -> offsets.put(partition, new OffsetAndMetadata(end.offset())));
        answer(admin.alterConsumerGroupOffsets(Log.SCORER, offsets).all());
    }

    /** Deletes the topic with all that is in it, and makes it anew. */
    void loseTopic(Topic<?> topic) {
        answer(admin.deleteTopics(List.of(topic.name())).all());
        await().atMost(Asking.SOON)
                .until(() -> !answer(admin.listTopics().names()).contains(topic.name()));
        answer(admin.createTopics(
                        List.of(new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings())))
                .all());
    }

    /** Everything that a reader of committed records finds in the topic now. */
    List<ConsumerRecord<byte[], byte[]>> records(Topic<?> topic) {
        var settings = new HashMap<>(clients);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
        server.kill();
    }

    /** Returns once the broker has acknowledged it. */
    <T extends SpecificRecord> void write(Topic<T> topic, String key, T value) {
        byte[] bytes = RunningDrafter.serdes().serializer(topic).serialize(topic.name(), value);
        acknowledged(producer.send(new ProducerRecord<>(topic.name(), key.getBytes(UTF_8), bytes)));
    }

    private static void acknowledged(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused a record", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static List<TopicPartition> partitions(Topic<?> topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    private static <R> R answer(KafkaFuture<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
