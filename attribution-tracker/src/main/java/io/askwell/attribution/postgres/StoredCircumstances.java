package io.askwell.attribution.postgres;

import io.askwell.attribution.domain.Appeal;
import io.askwell.attribution.domain.Circumstances;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.ListEntry;
import io.askwell.attribution.domain.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads under what records were judged last, many at once with a statement for each table. */
final class StoredCircumstances {

    private StoredCircumstances() {}

    /** Of those around which anything is known. */
    static Map<UUID, Circumstances> read(Members members) {
        Map<UUID, List<ListEntry>> entries = entries(members);
        Map<UUID, List<FactId>> hurried = hurried(members);
        Map<UUID, List<Appeal>> appeals = appeals(members);
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

    private static Map<UUID, List<ListEntry>> entries(Members members) {
        Map<UUID, List<ListEntry>> entries = members.read("""
                select judged_by_entry.referral_id, entry.*
                from judged_by_entry join list_entry entry using (entry_id)
                where judged_by_entry.referral_id = any(:ids)
                order by entry.added_at, entry.entry_id
                """, StoredCircumstances::entry);
        entries.replaceAll((_, ofRecord) -> ofRecord.stream().distinct().toList());
        return entries;
    }

    private static Map<UUID, List<FactId>> hurried(Members members) {
        return members.read(
                "select referral_id, source, id from lead_naming where referral_id = any(:ids) and hurried",
                row -> new FactId(row.getString("source"), row.getString("id")));
    }

    private static Map<UUID, List<Appeal>> appeals(Members members) {
        return members.read(
                """
                select referral_id, appealed_by, reason, appealed_at from appeal
                where referral_id = any(:ids)
                order by appealed_at, referral_id
                """,
                row -> new Appeal(
                        row.getString("appealed_by"),
                        row.getString("reason"),
                        row.getObject("appealed_at", OffsetDateTime.class).toInstant()));
    }
}
