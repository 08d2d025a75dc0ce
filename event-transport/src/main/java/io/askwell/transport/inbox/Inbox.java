package io.askwell.transport.inbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers which records were applied. Every change takes part in the transaction of the caller, and demands one. */
public final class Inbox {

    private final JdbcClient jdbc;

    public Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Moves the position of a reader past this record. False when it is past it already: the record was applied, by this
     * process or by the one that took the partition over, and must change nothing. Concurrent readers of one partition wait
     * for each other here.
     */
    public boolean advance(String group, TopicPartition partition, long offset) {
        requireTransaction();
        return jdbc.sql("""
                        insert into inbox_position as known (consumer_group, topic, partition, next_offset)
                        values (:group, :topic, :partition, :offset + 1)
                        on conflict (consumer_group, topic, partition)
                        do update set next_offset = excluded.next_offset where known.next_offset <= :offset
                        """)
                        .param("group", group)
                        .param("topic", partition.topic())
                        .param("partition", partition.partition())
                        .param("offset", offset)
                        .update()
                == 1;
    }

    /**
     * The next offset to apply in the partition. Until the transaction ends, other readers of the partition wait here and in
     * {@link #advance}.
     */
    public long lock(String group, TopicPartition partition) {
        requireTransaction();
        return jdbc.sql("""
                        insert into inbox_position as known (consumer_group, topic, partition, next_offset)
                        values (:group, :topic, :partition, 0)
                        on conflict (consumer_group, topic, partition) do update set next_offset = known.next_offset
                        returning next_offset
                        """)
                .param("group", group)
                .param("topic", partition.topic())
                .param("partition", partition.partition())
                .query(Long.class)
                .single();
    }

    /** The next offset to read in each partition that the group has ever applied a record of. */
    public Map<TopicPartition, Long> positions(String group) {
        var positions = new HashMap<TopicPartition, Long>();
        jdbc.sql("select topic, partition, next_offset from inbox_position where consumer_group = :group")
                .param("group", group)
                .query(row -> {
                    positions.put(
                            new TopicPartition(row.getString("topic"), row.getInt("partition")),
                            row.getLong("next_offset"));
                });
        return positions;
    }

    /**
     * False when the group has applied the event before, perhaps under another offset: a relay that crashes between the
     * broker's answer and its own note of it publishes again.
     */
    public boolean firstSeen(String group, String eventId) {
        requireTransaction();
        return jdbc.sql("""
                        insert into inbox_event (consumer_group, event_id) values (:group, :eventId)
                        on conflict do nothing
                        """).param("group", group).param("eventId", eventId).update() == 1;
    }

    /**
     * Of these events, those that the group has not applied before, by the rule of {@link #firstSeen(String, String)}. All of them
     * count as applied from now on.
     */
    public Set<String> firstSeen(String group, Collection<String> eventIds) {
        requireTransaction();
        return new HashSet<>(jdbc.sql("""
                        insert into inbox_event (consumer_group, event_id)
                        select :group, unnest(:eventIds::text[]) order by 2
                        on conflict do nothing
                        returning event_id
                        """)
                .param("group", group)
                .param("eventIds", eventIds.toArray(String[]::new))
                .query((row, _) -> row.getString("event_id"))
                .list());
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The inbox is written in the transaction of the effect, and there is none");
        }
    }
}
