package io.askwell.local.bench;

import io.askwell.local.server.ServerFailedException;
import io.askwell.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ClassicGroupDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.ClassicGroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics and groups of a benchmark's broker: how far a group has read, and a clean slate for the next run. */
final class BenchTopics implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;

    BenchTopics(String bootstrapServers) {
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** Records of the topic that the group has read and committed. */
    long read(String group, Topic<?> topic) {
        return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic.name()) && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    /** Records of a topic that was never cleaned and that nobody wrote in transactions. */
    long written(Topic<?> topic) {
        var latest = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return answer(admin.listOffsets(latest).all()).values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    /** Whether the group has members and all have their partitions. */
    boolean isStable(String group) {
        return described(group).stream().anyMatch(described -> described.state() == ClassicGroupState.STABLE);
    }

    /** Forgets what a group that has ended has read and kept; its members need not have said that they left. */
    void forget(String group) {
        for (var described : described(group)) {
            if (!described.members().isEmpty()) {
                answer(admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                        .all());
            }
            answer(admin.deleteConsumerGroups(List.of(group)).all());
        }
        delete(answer(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(group + "-"))
                .toList());
    }

    /** One, or none when there is no such group. */
    private Collection<ClassicGroupDescription> described(String group) {
        try {
            return answerOrThrow(admin.describeClassicGroups(List.of(group)).all())
                    .values();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw failed(e);
        }
    }

    /** Deletes topics with all that is in them and makes them again. */
    void renew(Collection<NewTopic> topics) {
        delete(topics.stream().map(NewTopic::name).toList());
        answer(admin.createTopics(topics).all());
    }

    /** Returns once they are gone, so that others of their names can be made. */
    private void delete(Collection<String> names) {
        for (var name : names) {
            try {
                answerOrThrow(admin.deleteTopics(List.of(name)).all());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw failed(e);
                }
            }
        }
        var deadline = Instant.now().plus(PATIENCE);
        while (answer(admin.listTopics().names()).stream().anyMatch(names::contains)) {
            if (Instant.now().isAfter(deadline)) {
                throw new ServerFailedException("The broker did not delete " + names);
            }
            Pause.brief();
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private static <R> R answer(KafkaFuture<R> future) {
        try {
            return answerOrThrow(future);
        } catch (ExecutionException e) {
            throw failed(e);
        }
    }

    private static <R> R answerOrThrow(KafkaFuture<R> future) throws ExecutionException {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new ServerFailedException("The broker did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while the broker was asked", e);
        }
    }

    private static ServerFailedException failed(ExecutionException failure) {
        return new ServerFailedException("The broker refused: " + failure.getCause(), failure);
    }
}
