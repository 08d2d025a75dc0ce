package io.askwell.transport.outbox;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
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

    /** The locks are taken before the rows get their positions, and kept until the commit: so positions of one key never run back. */
    void append(List<OutboxEntry> entries) {
        lockKeys(entries);
        jdbc.sql("""
                        insert into outbox (partition, topic, message_key, value, headers)
                        select partition, topic, key, value, headers::jsonb
                        from unnest(:partitions::int[], :topics::text[], :keys::text[], :values::bytea[], :headers::text[])
                             with ordinality entry (partition, topic, key, value, headers, turn)
                        order by turn
                        """)
                .param("partitions", all(entries, OutboxEntry::partition, Integer[]::new))
                .param("topics", all(entries, entry -> entry.record().topic(), String[]::new))
                .param("keys", all(entries, entry -> entry.record().key(), String[]::new))
                .param("values", all(entries, entry -> entry.record().value(), byte[][]::new))
                .param("headers", all(entries, entry -> JSON.writeValueAsString(entry.headers()), String[]::new))
                .update();
    }

    private void lockKeys(List<OutboxEntry> entries) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(turn)
                        from (select distinct hashtextextended(:prefix || key, 0) as turn from unnest(:keys::text[]) key
                              order by 1) turns
                        """)
                .param("prefix", service + "/outbox-key/")
                .param("keys", all(entries, entry -> entry.record().key(), String[]::new))
                .query((_, _) -> true)
                .list();
    }

    private static <T> @Nullable T[] all(
            List<OutboxEntry> entries, Function<OutboxEntry, @Nullable T> column, IntFunction<@Nullable T[]> array) {
        return entries.stream().map(column).toArray(array);
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
