package io.askwell.transport.kafka;

import io.askwell.transport.inbox.Inbox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What one poll returned, in one database transaction: its commit costs more than most records do. When that fails, each
 * record gets a transaction of its own, so that the one at fault is found and those before it stay applied.
 */
final class BatchTransaction implements BatchConsumerAwareMessageListener<byte[], byte[]> {

    private static final Logger log = LoggerFactory.getLogger(BatchTransaction.class);

    private final String group;
    private final Inbox inbox;
    private final TransactionOperations transactions;
    private final Map<String, RecordTransaction<?>> byTopic;
    private final Comparator<String> turns;

    private boolean lastPollFailed;

    /** @param topics those of {@code byTopic}; what is read of the first is applied before what is read of the next */
    BatchTransaction(
            String group,
            Inbox inbox,
            TransactionOperations transactions,
            List<String> topics,
            Map<String, RecordTransaction<?>> byTopic) {
        this.group = group;
        this.inbox = inbox;
        this.transactions = transactions;
        this.byTopic = byTopic;
        this.turns = Comparator.comparingInt(topics::indexOf);
    }

    /** After a failure the record at fault comes first again, and would take others with it. */
    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        Consumer<?, ?> reader = Objects.requireNonNull(consumer);
        if (lastPollFailed || records.size() == 1 || !areAppliedTogether(records, reader)) {
            lastPollFailed = true;
            applyOneByOne(records, reader);
            lastPollFailed = false;
        }
    }

    private boolean areAppliedTogether(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        var byTopic = byTopic(records);
        try {
            transactions.executeWithoutResult(
                    _ -> byTopic.forEach((topic, ofTopic) -> applyAll(ofTopic(topic), ofTopic, consumer)));
            return true;
        } catch (RuntimeException failure) {
            log.atInfo()
                    .addKeyValue("group", group)
                    .addKeyValue("records", records.size())
                    .addKeyValue("cause", failure.getClass().getSimpleName())
                    .log("Records could not be applied together and are applied one by one");
            return false;
        }
    }

    private void applyAll(
            RecordTransaction<?> transaction, List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        var byPartition = byPartition(records);
        List<ConsumerRecord<byte[], byte[]>> unapplied = new ArrayList<>();
        byPartition.forEach((partition, ofPartition) -> {
            long next = inbox.lock(group, partition);
            for (ConsumerRecord<byte[], byte[]> record : ofPartition) {
                if (record.offset() >= next) {
                    unapplied.add(record);
                } else {
                    transaction.passOver(record);
                }
            }
        });
        if (!unapplied.isEmpty()) {
            transaction.apply(unapplied, consumer);
        }
        byPartition.forEach((partition, ofPartition) ->
                inbox.advance(group, partition, ofPartition.getLast().offset()));
    }

    /** In the order of the poll: the container takes all records before the one that failed for applied. */
    private void applyOneByOne(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        for (int index = 0; index < records.size(); index++) {
            ConsumerRecord<byte[], byte[]> record = records.get(index);
            try {
                ofTopic(record.topic()).applyAlone(record, consumer);
            } catch (RuntimeException failure) {
                throw new BatchListenerFailedException("A record could not be applied", failure, index);
            }
        }
    }

    private SortedMap<String, List<ConsumerRecord<byte[], byte[]>>> byTopic(
            List<ConsumerRecord<byte[], byte[]>> records) {
        var byTopic = new TreeMap<String, List<ConsumerRecord<byte[], byte[]>>>(turns);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            byTopic.computeIfAbsent(record.topic(), _ -> new ArrayList<>()).add(record);
        }
        return byTopic;
    }

    /** In one order, in which concurrent readers take the positions, too. */
    private static SortedMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition(
            List<ConsumerRecord<byte[], byte[]>> ofTopic) {
        var byPartition = new TreeMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>(
                Comparator.comparingInt(TopicPartition::partition));
        for (ConsumerRecord<byte[], byte[]> record : ofTopic) {
            byPartition
                    .computeIfAbsent(new TopicPartition(record.topic(), record.partition()), _ -> new ArrayList<>())
                    .add(record);
        }
        return byPartition;
    }

    private RecordTransaction<?> ofTopic(String topic) {
        return Objects.requireNonNull(byTopic.get(topic));
    }
}
