package io.askwell.attribution.postgres;

import io.askwell.attribution.application.ListEntries;
import io.askwell.attribution.application.ReferralSearch.Place;
import io.askwell.attribution.domain.ListEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link ListEntries} in the table {@code list_entry}. */
public final class PostgresListEntries implements ListEntries {

    private final JdbcClient jdbc;

    public PostgresListEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock() {
        ListLock.takeAlone(jdbc);
    }

    @Override
    public Optional<Kept> add(ListEntry entry, String value) {
        return jdbc.sql("""
                        insert into list_entry (entry_id, list, kind, value, subject_key, reason, added_by, added_at)
                        values (:entryId, :list, :kind, :value, :key, :reason, :by, :at)
                        on conflict do nothing
                        returning *
                        """)
                .param("entryId", entry.entryId())
                .param("list", entry.list().name())
                .param("kind", entry.subject().kind().name())
                .param("value", value)
                .param("key", entry.subject().key())
                .param("reason", entry.reason())
                .param("by", entry.by())
                .param("at", utc(entry.at()))
                .query((row, _) -> kept(row))
                .optional();
    }

    @Override
    public Optional<Kept> find(UUID entryId) {
        return jdbc.sql("select * from list_entry where entry_id = :entryId")
                .param("entryId", entryId)
                .query((row, _) -> kept(row))
                .optional();
    }

    @Override
    public void remove(UUID entryId, Removed removed) {
        jdbc.sql("update list_entry set removed_by = :by, removed_at = :at where entry_id = :entryId")
                .param("by", removed.by())
                .param("at", utc(removed.at()))
                .param("entryId", entryId)
                .update();
    }

    @Override
    public void queueConcerned(ListEntry entry, String cause, Instant now) {
        jdbc.sql("""
                        insert into reevaluation (referral_id, cause, queued_at)
                        select distinct referral.referral_id, :cause, :now::timestamptz
                        from record_subject subject
                        join lead_record record using (referral_id)
                        join referral on referral.referral_id = record.survivor_id
                        where subject.kind = :kind and subject.subject_key = :key and not merged
                          and (disposition = 'open'
                               or disposition = 'won' and not exists (
                                   select from reward_state where referral_id = referral.referral_id::text)
                               or exists (
                                   select from reward_state
                                   where referral_id = referral.referral_id::text and not settled))
                        on conflict (referral_id) do update set cause = excluded.cause
                        """)
                .param("cause", cause)
                .param("now", utc(now))
                .param("kind", entry.subject().kind().name())
                .param("key", entry.subject().key())
                .update();
    }

    @Override
    public List<Kept> list(@Nullable Place after, int limit) {
        return jdbc.sql("""
                        select * from list_entry
                        where (:at::timestamptz is null or (added_at, entry_id) < (:at, :id::uuid))
                        order by added_at desc, entry_id desc
                        limit :limit
                        """)
                .param("at", after == null ? null : utc(after.at()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, _) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        OffsetDateTime removedAt = row.getObject("removed_at", OffsetDateTime.class);
        return new Kept(
                StoredCircumstances.entry(row),
                row.getString("value"),
                removedAt == null ? null : new Removed(row.getString("removed_by"), removedAt.toInstant()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
