package io.askwell.transport.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * How far this process has come in each partition that it reads: every record below the position has been applied, and the
 * position moves past what is not a record, such as the marker of a transaction. Absent for a partition that this process
 * does not read (or not yet): a fence must then wait.
 */
public final class AppliedPositions {

    private final Map<Reader, Long> positions = new ConcurrentHashMap<>();

    public OptionalLong position(String group, TopicPartition partition) {
        Long position = positions.get(new Reader(group, partition));
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** Called when the consumer is about to poll: whatever an earlier poll returned has been applied by then. */
    void publish(String group, Set<TopicPartition> assignment, Consumer<?, ?> consumer) {
        for (TopicPartition partition : assignment) {
            try {
                positions.put(new Reader(group, partition), consumer.position(partition, Duration.ZERO));
            } catch (TimeoutException notYetKnown) {
                // Just assigned: the consumer learns its position in the poll that follows.
                positions.remove(new Reader(group, partition));
            }
        }
    }

    void forget(String group, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> positions.remove(new Reader(group, partition)));
    }

    private record Reader(String group, TopicPartition partition) {}
}
