package io.askwell.transport.outbox;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code outbox}. */
public final class OutboxRows {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final String service;

    public OutboxRows(JdbcClient jdbc, String service) {
        this.jdbc = jdbc;
        this.service = service;
    }

    /** The lock is taken before the row gets its position, and kept until the commit: so positions of one key never run back. */
    void append(int partition, OutboxRecord record, Map<String, String> headers) {
        jdbc.sql("""
                        with turn as materialized (select pg_advisory_xact_lock(hashtextextended(:turn, 0)))
                        insert into outbox (partition, topic, message_key, value, headers)
                        select :partition, :topic, :key, cast(:value as bytea), cast(:headers as jsonb) from turn
                        """)
                .param("turn", service + "/outbox-key/" + record.key())
                .param("partition", partition)
                .param("topic", record.topic())
                .param("key", record.key())
                .param("value", record.value(), Types.BINARY)
                .param("headers", JSON.writeValueAsString(headers))
                .update();
    }

    /**
     * The oldest rows that may be published now. Never "those after the last": a transaction that commits late brings rows
     * with low positions. Rows behind a stuck one of the same topic and key wait with it.
     */
    List<OutboxRow> next(int partition, int limit) {
        return jdbc.sql("""
                        select position, topic, message_key, value, headers::text as headers, created_at
                        from outbox waiting
                        where partition = :partition and stuck_reason is null
                          and not exists (
                              select from outbox stuck
                              where stuck.partition = :partition and stuck.stuck_reason is not null
                                and stuck.topic = waiting.topic and stuck.message_key = waiting.message_key
                                and stuck.position < waiting.position)
                        order by position
                        limit :limit
                        """)
                .param("partition", partition)
                .param("limit", limit)
                .query((row, _) -> new OutboxRow(
                        row.getLong("position"),
                        row.getString("topic"),
                        row.getString("message_key"),
                        row.getBytes("value"),
                        JSON.readValue(row.getString("headers"), HEADERS),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void delete(List<OutboxRow> published) {
        jdbc.sql("delete from outbox where position = any(:positions)")
                .param(
                        "positions",
                        published.stream().mapToLong(OutboxRow::position).toArray())
                .update();
    }

    void markStuck(long position, String reason) {
        jdbc.sql("update outbox set stuck_reason = :reason where position = :position")
                .param("reason", reason)
                .param("position", position)
                .update();
    }

    public long pending() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    public double oldestAgeInSeconds() {
        return jdbc.sql("select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) from outbox")
                .query(Double.class)
                .single();
    }
}
