package io.askwell.transport.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.transport.TestService;
import io.askwell.transport.metrics.TransportMetrics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;

class BatchTransactionIT {

    private static final String GROUP = "test-service.facts";
    private static final String FIRST = "first";
    private static final String SECOND = "second";

    private final TestService service = TestService.withFreshDatabase();
    private final MockConsumer<byte[], byte[]> consumer = consumerOfBoth();
    private final List<String> handled = new ArrayList<>();
    private final Set<Long> databaseTransactions = new HashSet<>();
    private final BatchTransaction batches = new BatchTransaction(
            GROUP,
            service.inbox(),
            service.transactions(),
            List.of(FIRST, SECOND),
            Map.of(FIRST, handling(), SECOND, handling()));

    @Test
    void whatOnePollReturnsIsAppliedInOneTransaction() {
        batches.onMessage(List.of(at(FIRST, 0, "a"), at(FIRST, 1, "b"), at(SECOND, 0, "c")), consumer);

        assertThat(service.effects()).containsExactly("a", "b", "c");
        assertThat(databaseTransactions).hasSize(1);
        assertThat(service.inbox().positions(GROUP))
                .isEqualTo(Map.of(new TopicPartition(FIRST, 0), 2L, new TopicPartition(SECOND, 0), 1L));
    }

    @Test
    void theFirstTopicIsAppliedFirstAndItsPositionIsKnownToTheSecond() {
        batches.onMessage(List.of(at(SECOND, 0, "position"), at(FIRST, 0, "a")), consumer);

        assertThat(handled).containsExactly("a", "position 1");
    }

    @Test
    void recordsDeliveredTwiceHaveOneEffect() {
        batches.onMessage(List.of(at(FIRST, 0, "a"), at(FIRST, 1, "b")), consumer);
        batches.onMessage(List.of(at(FIRST, 1, "b"), at(FIRST, 2, "c")), consumer);

        assertThat(service.effects()).containsExactly("a", "b", "c");
        assertThat(service.count(TransportMetrics.REDELIVERED)).isEqualTo(1);
    }

    @Test
    void aRecordThatFailsIsNamedAndThoseBeforeItAreApplied() {
        List<ConsumerRecord<byte[], byte[]>> records =
                List.of(at(SECOND, 0, "a"), at(FIRST, 0, "broken"), at(FIRST, 1, "b"));

        assertThatThrownBy(() -> batches.onMessage(records, consumer))
                .isInstanceOfSatisfying(
                        BatchListenerFailedException.class,
                        failure -> assertThat(failure.getIndex()).isEqualTo(1));

        assertThat(service.effects()).containsExactly("a");
        assertThat(service.inbox().positions(GROUP)).isEqualTo(Map.of(new TopicPartition(SECOND, 0), 1L));
    }

    private void handle(ConsumerRecord<String, @Nullable String> record) {
        switch (String.valueOf(record.value())) {
            case "broken" -> throw new IllegalStateException("broken program");
            case "position" ->
                handled.add("position " + service.inbox().positions(GROUP).get(new TopicPartition(FIRST, 0)));
            case String value -> {
                service.takeEffect(value);
                handled.add(value);
            }
        }
        databaseTransactions.add(service.jdbc()
                .sql("select pg_current_xact_id()::text::bigint")
                .query((row, _) -> row.getLong(1))
                .single());
    }

    private RecordTransaction<String> handling() {
        return new RecordTransaction<>(
                GROUP,
                service.inbox(),
                service.transactions(),
                service.metrics(),
                new StringDeserializer(),
                (RecordHandler<String>) this::handle);
    }

    private static ConsumerRecord<byte[], byte[]> at(String topic, long offset, String value) {
        return new ConsumerRecord<>(topic, 0, offset, "C-1".getBytes(UTF_8), value.getBytes(UTF_8));
    }

    private static MockConsumer<byte[], byte[]> consumerOfBoth() {
        var consumer = new MockConsumer<byte[], byte[]>("earliest");
        Node[] nobody = {};
        List.of(FIRST, SECOND)
                .forEach(topic -> consumer.updatePartitions(
                        topic, List.of(new PartitionInfo(topic, 0, Node.noNode(), nobody, nobody))));
        return consumer;
    }
}
