package io.askwell.attribution.postgres;

import io.askwell.attribution.application.Merges;
import io.askwell.attribution.domain.Merge;
import io.askwell.attribution.domain.Suspicion;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Merges as notes of where records live on. The caller holds the locks of both records. */
public final class PostgresMerges implements Merges {

    private final JdbcClient jdbc;

    public PostgresMerges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Merge merge) {
        answerBetween(merge.other(), merge.survivor(), merge.at());
        noteMergedInto(merge);
        moveTo(merge.survivor(), merge.other());
        jdbc.sql("""
                        insert into lead_merge (other_id, survivor_id, reason, content, cause, merged_at)
                        values (:other, :survivor, :reason, :content::jsonb, :cause, :at)
                        """)
                .param("other", merge.other())
                .param("survivor", merge.survivor())
                .param("reason", StoredJson.reason(merge.reason()))
                .param("content", StoredJson.write(merge.reason()))
                .param("cause", merge.cause())
                .param("at", utc(merge.at()))
                .update();
    }

    @Override
    public Optional<UUID> undoable(UUID record) {
        return jdbc.sql("""
                        select other_id from lead_merge
                        where undone_at is null and (other_id = :record or survivor_id = :record)
                        order by other_id = :record desc, merge_id desc
                        limit 1
                        """).param("record", record).query(UUID.class).optional();
    }

    @Override
    public UUID undo(UUID record, SaidBy person) {
        UUID into = jdbc.sql("""
                        update lead_merge set undone_at = :at, undone_by = :by, undone_why = :why
                        where other_id = :record and undone_at is null
                        returning survivor_id
                        """)
                .param("record", record)
                .param("at", utc(person.at()))
                .param("by", person.by())
                .param("why", person.reason())
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        with recursive part as (
                            select :record::uuid as referral_id
                            union
                            select record.referral_id from lead_record record
                            join part on record.merged_into = part.referral_id)
                        update lead_record set
                            survivor_id = :record,
                            merged_into = case when referral_id <> :record then merged_into end,
                            merged_at = case when referral_id <> :record then merged_at end
                        where referral_id in (select referral_id from part)
                        """).param("record", record).update();
        return into;
    }

    @Override
    public void keepApart(UUID one, UUID other, boolean despiteKeys, SaidBy person) {
        jdbc.sql("""
                        insert into kept_apart as known (one_id, other_id, despite_keys, said_by, said_why, said_at)
                        values (:one, :other, :despiteKeys, :by, :why, :at), (:other, :one, :despiteKeys, :by, :why, :at)
                        on conflict (one_id, other_id) do update set
                            despite_keys = known.despite_keys or excluded.despite_keys,
                            said_by = excluded.said_by, said_why = excluded.said_why, said_at = excluded.said_at
                        """)
                .param("one", one)
                .param("other", other)
                .param("despiteKeys", despiteKeys)
                .param("by", person.by())
                .param("why", person.reason())
                .param("at", utc(person.at()))
                .update();
        answerBetween(one, other, person.at());
    }

    @Override
    public void suspect(Suspicion suspicion) {
        jdbc.sql("""
                        insert into suspicion (review_id, younger_id, older_id, kind, likeness, suspected_at)
                        values (:reviewId, :younger, :older, :kind, :likeness::jsonb, :since)
                        on conflict (review_id) do update set likeness = excluded.likeness
                        """)
                .param("reviewId", suspicion.reviewId())
                .param("younger", suspicion.younger())
                .param("older", suspicion.older())
                .param("kind", suspicion.kind().name())
                .param("likeness", suspicion.likely().map(StoredJson::write).orElse(null), Types.VARCHAR)
                .param("since", utc(suspicion.since()))
                .update();
    }

    @Override
    public Optional<Suspicion> suspicion(UUID reviewId) {
        return jdbc.sql("select * from suspicion where review_id = :reviewId")
                .param("reviewId", reviewId)
                .query((row, _) -> StoredRelations.suspicion(row))
                .optional();
    }

    @Override
    public void answer(UUID reviewId, boolean sameLead, SaidBy person) {
        jdbc.sql("""
                        update suspicion set answered_at = :at, same_lead = :sameLead, said_by = :by, said_why = :why
                        where review_id = :reviewId
                        """)
                .param("reviewId", reviewId)
                .param("sameLead", sameLead)
                .param("by", person.by())
                .param("why", person.reason())
                .param("at", utc(person.at()))
                .update();
    }

    private void noteMergedInto(Merge merge) {
        jdbc.sql("""
                        update lead_record set survivor_id = :survivor, merged_into = :survivor, merged_at = :at
                        where referral_id = :other
                        """)
                .param("survivor", merge.survivor())
                .param("other", merge.other())
                .param("at", utc(merge.at()))
                .update();
    }

    private void moveTo(UUID survivor, UUID other) {
        jdbc.sql("update lead_record set survivor_id = :survivor where survivor_id = :other")
                .param("survivor", survivor)
                .param("other", other)
                .update();
    }

    /** Every open question between the records that two live on in. */
    private void answerBetween(UUID one, UUID other, Instant at) {
        jdbc.sql("""
                        update suspicion set answered_at = :at
                        from lead_record one, lead_record other, lead_record younger, lead_record older
                        where answered_at is null
                          and one.referral_id = :one and other.referral_id = :other
                          and younger.referral_id = younger_id and older.referral_id = older_id
                          and (younger.survivor_id, older.survivor_id) in (
                              (one.survivor_id, other.survivor_id), (other.survivor_id, one.survivor_id))
                        """)
                .param("one", one)
                .param("other", other)
                .param("at", utc(at))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
