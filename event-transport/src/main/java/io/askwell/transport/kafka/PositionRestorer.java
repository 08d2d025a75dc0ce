package io.askwell.transport.kafka;

import io.askwell.transport.inbox.Inbox;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Takes up each assigned partition where the database says, not where the broker does: the two part when the broker forgets an
 * idle group, or when the database is restored from a backup and must hear again what it has lost.
 */
final class PositionRestorer implements ConsumerAwareRebalanceListener {

    private final String group;
    private final Inbox inbox;
    private final AppliedPositions positions;
    private final RetryTemplate untilTheDatabaseAnswers;

    PositionRestorer(String group, Inbox inbox, AppliedPositions positions) {
        this.group = group;
        this.inbox = inbox;
        this.positions = positions;
        this.untilTheDatabaseAnswers = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(Long.MAX_VALUE)
                .delay(Duration.ofMillis(200))
                .multiplier(2)
                .maxDelay(Duration.ofSeconds(5))
                .includes(DataAccessException.class)
                .build());
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> known = untilTheDatabaseAnswers.invoke(() -> inbox.positions(group));
        for (TopicPartition partition : partitions) {
            Long next = known.get(partition);
            if (next == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, next);
            }
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        positions.forget(group, partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        positions.forget(group, partitions);
    }
}
