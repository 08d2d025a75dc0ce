package io.askwell.transport.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.transport.TestService;
import io.askwell.transport.event.KeyPartition;
import io.askwell.transport.event.Traceparent;
import io.askwell.transport.metrics.TransportMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordTransactionIT {

    private static final String GROUP = "test-service.facts";
    private static final String TOPIC = "facts";
    private static final int PARTITIONS = 3;
    private static final String KEY = "C-1";
    private static final int OWN_PARTITION = KeyPartition.of(KEY.getBytes(UTF_8), PARTITIONS);

    private final TestService service = TestService.withFreshDatabase();
    private final MockConsumer<byte[], byte[]> consumer = consumerOfThreePartitions();
    private final List<Traceparent> traces = new ArrayList<>();

    @Test
    void aRecordDeliveredTwiceHasOneEffect() {
        var transaction = handling(new StringDeserializer());

        transaction.applyAlone(at(0, "a"), consumer);
        transaction.applyAlone(at(0, "a"), consumer);

        assertThat(service.effects()).containsExactly("a");
        assertThat(service.rows().pending()).isEqualTo(1);
        assertThat(service.count(TransportMetrics.REDELIVERED)).isEqualTo(1);
    }

    @Test
    void aStaleConsumerChangesNothingOnceItsPartitionHasMovedOn() {
        var newOwner = handling(new StringDeserializer());
        var stale = handling(new StringDeserializer());
        newOwner.applyAlone(at(0, "a"), consumer);
        newOwner.applyAlone(at(1, "b"), consumer);

        stale.applyAlone(at(0, "stale"), consumer);

        assertThat(service.effects()).containsExactly("a", "b");
        assertThat(service.inbox().positions(GROUP)).containsValue(2L).hasSize(1);
    }

    @Test
    void whatAFailedHandlerDidIsUndoneWithThePosition() {
        RecordHandler<String> failing = record -> {
            apply(record);
            throw new IllegalStateException("broken in the middle");
        };

        assertThatThrownBy(() -> handling(new StringDeserializer(), failing).applyAlone(at(0, "half"), consumer))
                .hasMessage("broken in the middle");
        handling(new StringDeserializer()).applyAlone(at(0, "whole"), consumer);

        assertThat(service.effects()).containsExactly("whole");
        assertThat(service.rows().pending()).isEqualTo(1);
    }

    @Test
    void theTraceOfTheRecordGoesOnInTheHandler() {
        var record = at(0, "a");
        Traceparent sent = Traceparent.start();
        record.headers().add(Traceparent.HEADER, sent.toString().getBytes(UTF_8));

        handling(new StringDeserializer()).applyAlone(record, consumer);

        assertThat(traces.getFirst().traceId()).isEqualTo(sent.traceId());
    }

    @Test
    void aRecordOnAnotherPartitionThanItsKeysIsPoison() {
        int wrong = (OWN_PARTITION + 1) % PARTITIONS;
        assertPoison(
                "wrong_partition",
                () -> handling(new StringDeserializer())
                        .applyAlone(new ConsumerRecord<>(TOPIC, wrong, 0, KEY.getBytes(UTF_8), new byte[0]), consumer));
    }

    @Test
    void aRecordWithoutAKeyIsPoison() {
        assertPoison("no_key", () -> handling(new StringDeserializer()).applyAlone(keyless(), consumer));
    }

    @Test
    void aKeyThatIsNotUtf8IsPoison() {
        byte[] key = {(byte) 0xC3, (byte) 0x28};
        assertPoison(
                "undecodable",
                () -> handling(new StringDeserializer())
                        .applyAlone(
                                new ConsumerRecord<>(TOPIC, KeyPartition.of(key, PARTITIONS), 0, key, new byte[0]),
                                consumer));
    }

    @Test
    void bytesThatCannotBeDecodedArePoison() {
        assertPoison(
                "undecodable",
                () -> handling(failingWith(new IllegalStateException("no magic byte")))
                        .applyAlone(at(0, "a"), consumer));
    }

    @Test
    void aRegistryThatCannotBeReachedIsNoFaultOfTheRecord() {
        var unreachable = new SerializationException("no answer", new UncheckedIOException(new IOException("refused")));

        assertThatThrownBy(() -> handling(failingWith(unreachable)).applyAlone(at(0, "a"), consumer))
                .isSameAs(unreachable);
    }

    private void assertPoison(String reason, ThrowingCallable delivery) {
        assertThatThrownBy(delivery)
                .isInstanceOfSatisfying(
                        PoisonRecordException.class,
                        poison -> assertThat(poison.reason()).isEqualTo(reason));
        assertThat(service.inbox().positions(GROUP)).isEmpty();
    }

    private void apply(ConsumerRecord<String, @Nullable String> record) {
        traces.add(Traceparent.current());
        service.takeEffect(String.valueOf(record.value()));
        service.outbox().append(TestService.record("out", record.key(), "evt-" + record.offset(), new byte[0]));
    }

    private RecordTransaction<String> handling(Deserializer<String> values) {
        return handling(values, this::apply);
    }

    private RecordTransaction<String> handling(Deserializer<String> values, RecordHandler<String> handler) {
        return new RecordTransaction<>(
                GROUP, service.inbox(), service.transactions(), service.metrics(), values, handler);
    }

    private static Deserializer<String> failingWith(RuntimeException failure) {
        return (_, _) -> {
            throw failure;
        };
    }

    private static ConsumerRecord<byte[], byte[]> at(long offset, String value) {
        return new ConsumerRecord<>(TOPIC, OWN_PARTITION, offset, KEY.getBytes(UTF_8), value.getBytes(UTF_8));
    }

    @SuppressWarnings("NullAway") // Kafka's records may lack a key, whatever their type says.
    private static ConsumerRecord<byte[], byte[]> keyless() {
        return new ConsumerRecord<>(TOPIC, 0, 0, null, new byte[0]);
    }

    private static MockConsumer<byte[], byte[]> consumerOfThreePartitions() {
        var consumer = new MockConsumer<byte[], byte[]>("earliest");
        Node[] nobody = {};
        consumer.updatePartitions(
                TOPIC,
                IntStream.range(0, PARTITIONS)
                        .mapToObj(partition -> new PartitionInfo(TOPIC, partition, Node.noNode(), nobody, nobody))
                        .toList());
        return consumer;
    }
}
