package io.askwell.transport.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class KeyPartitionTest {

    @Test
    void isWhereKafkasOwnProducerPutsTheKey() {
        assertThat(IntStream.range(0, 1_000).mapToObj(number -> ("C-" + number).getBytes(UTF_8)))
                .allSatisfy(key ->
                        assertThat(KeyPartition.of(key, 12)).isEqualTo(BuiltInPartitioner.partitionForKey(key, 12)));
    }
}
