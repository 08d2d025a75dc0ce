package io.askwell.attribution.postgres;

import io.askwell.attribution.domain.Appeal;
import io.askwell.attribution.domain.Circumstances;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.ListEntry;
import io.askwell.attribution.domain.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads under what records were judged last, many at once with a statement for each table. */
final class StoredCircumstances {

    private final JdbcClient jdbc;

    StoredCircumstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those around which anything is known. */
    Map<UUID, Circumstances> read(UUID[] ids) {
        Map<UUID, List<ListEntry>> entries = entries(ids);
        Map<UUID, List<FactId>> hurried = hurried(ids);
        Map<UUID, List<Appeal>> appeals = appeals(ids);
        Set<UUID> known = new HashSet<>(entries.keySet());
        known.addAll(hurried.keySet());
        known.addAll(appeals.keySet());
        Map<UUID, Circumstances> circumstances = new HashMap<>();
        known.forEach(id -> circumstances.put(
                id,
                new Circumstances(
                        entries.getOrDefault(id, List.of()),
                        Set.copyOf(hurried.getOrDefault(id, List.of())),
                        appeals.getOrDefault(id, List.of()))));
        return circumstances;
    }

    static ListEntry entry(ResultSet row) throws SQLException {
        return new ListEntry(
                row.getObject("entry_id", UUID.class),
                ListEntry.Side.valueOf(row.getString("list")),
                new Subject(Subject.Kind.valueOf(row.getString("kind")), row.getString("subject_key")),
                row.getString("reason"),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }

    private Map<UUID, List<ListEntry>> entries(UUID[] ids) {
        return grouped("""
                select distinct record.survivor_id, entry.*
                from judged_by_entry
                join list_entry entry using (entry_id)
                join lead_record record using (referral_id)
                where record.survivor_id = any(:ids)
                order by entry.added_at, entry.entry_id
                """, ids, StoredCircumstances::entry);
    }

    private Map<UUID, List<FactId>> hurried(UUID[] ids) {
        return grouped("""
                select distinct record.survivor_id, naming.source, naming.id
                from lead_naming naming join lead_record record using (referral_id)
                where record.survivor_id = any(:ids) and hurried
                """, ids, row -> new FactId(row.getString("source"), row.getString("id")));
    }

    private Map<UUID, List<Appeal>> appeals(UUID[] ids) {
        return grouped(
                """
                select record.survivor_id, appealed_by, reason, appealed_at
                from appeal join lead_record record using (referral_id)
                where record.survivor_id = any(:ids)
                order by appealed_at, appeal.referral_id
                """,
                ids,
                row -> new Appeal(
                        row.getString("appealed_by"),
                        row.getString("reason"),
                        row.getObject("appealed_at", OffsetDateTime.class).toInstant()));
    }

    private <T> Map<UUID, List<T>> grouped(String sql, UUID[] ids, Column<T> column) {
        Map<UUID, List<T>> bySurvivor = new HashMap<>();
        jdbc.sql(sql).param("ids", ids).query(row -> {
            bySurvivor
                    .computeIfAbsent(row.getObject("survivor_id", UUID.class), _ -> new ArrayList<>())
                    .add(column.of(row));
        });
        return bySurvivor;
    }

    private interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }
}
