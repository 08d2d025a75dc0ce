package io.askwell.attribution.postgres;

import io.askwell.attribution.application.LeadHistories;
import io.askwell.attribution.domain.Claim;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Matching;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.Ruling;
import io.askwell.attribution.domain.Words;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Histories under lock. Keys are locked before the records they lead to, both sorted, which leaves one way to a deadlock: a
 * record is absorbed while somebody reaches it by another of its keys. The database then fails one of the two, and the
 * record that it was reading is read again.
 */
public final class PostgresLeadHistories implements LeadHistories {

    private final JdbcClient jdbc;
    private final StoredHistories stored;

    public PostgresLeadHistories(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.stored = new StoredHistories(jdbc);
    }

    @Override
    public Map<String, LeadHistory> lock(List<String> keys) {
        insertUnknown(keys);
        Map<String, UUID> referralIds = lockKeys(keys);
        Map<UUID, LeadHistory> histories = lockRecords(List.copyOf(referralIds.values()));
        Map<String, LeadHistory> byKey = new HashMap<>();
        referralIds.forEach((key, referralId) ->
                Optional.ofNullable(histories.get(referralId)).ifPresent(history -> byKey.put(key, history)));
        return byKey;
    }

    @Override
    public Optional<LeadHistory> lockByOpenReview(UUID reviewId) {
        return jdbc.sql("select referral_id from open_review where review_id = :reviewId")
                .param("reviewId", reviewId)
                .query(UUID.class)
                .optional()
                .flatMap(referralId ->
                        Optional.ofNullable(lockRecords(List.of(referralId)).get(referralId)))
                // Somebody may have ruled while this one waited for the lock.
                .filter(history -> history.openReviews().stream()
                        .anyMatch(review -> review.reviewId().equals(reviewId)));
    }

    @Override
    public boolean isRuled(UUID reviewId) {
        return jdbc.sql("select exists (select from ruling where review_id = :reviewId)")
                .param("reviewId", reviewId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void add(LeadFact fact, Matching matching, Instant recordedAt) {
        UUID referralId = matching.joined().referralId();
        insertRecord(referralId, recordedAt);
        insertFact(fact, matching, recordedAt);
        takeFreeKeys(fact.identity().keys(), referralId);
        LeadHistory absorbed = matching.absorbed();
        if (absorbed != null) {
            moveFacts(absorbed.referralId(), referralId);
            moveKeys(absorbed.referralId(), referralId);
            deleteRecord(absorbed.referralId());
        }
    }

    @Override
    public void add(UUID referralId, Ruling ruling) {
        jdbc.sql("""
                        insert into ruling (review_id, referral_id, content, ruled_at)
                        values (:reviewId, :referralId, :content::jsonb, :ruledAt)
                        """)
                .param("reviewId", ruling.reviewId())
                .param("referralId", referralId)
                .param("content", StoredJson.write(ruling))
                .param("ruledAt", utc(ruling.at()))
                .update();
    }

    @Override
    public void keep(ReferralChange change, Instant now) {
        keepSummary(change.after(), now);
        change.closed().forEach(this::deleteReview);
        change.opened().forEach(review -> insertReview(change.after().referralId(), review));
    }

    private void insertUnknown(List<String> keys) {
        jdbc.sql("""
                        insert into lead_key (key) select unnest(:keys::text[]) order by 1
                        on conflict do nothing
                        """).param("keys", keys.toArray(String[]::new)).update();
    }

    private Map<String, UUID> lockKeys(List<String> keys) {
        Map<String, UUID> referralIds = new HashMap<>();
        jdbc.sql("select key, referral_id from lead_key where key = any(:keys) order by key for update")
                .param("keys", keys.toArray(String[]::new))
                .query(row -> {
                    UUID referralId = row.getObject("referral_id", UUID.class);
                    if (referralId != null) {
                        referralIds.put(row.getString("key"), referralId);
                    }
                });
        return referralIds;
    }

    private Map<UUID, LeadHistory> lockRecords(List<UUID> referralIds) {
        List<UUID> locked = jdbc.sql("""
                        select referral_id from lead_record where referral_id = any(:ids) order by referral_id for update
                        """)
                .param("ids", referralIds.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("referral_id", UUID.class))
                .list();
        return stored.read(locked);
    }

    private void insertRecord(UUID referralId, Instant recordedAt) {
        jdbc.sql("""
                        insert into lead_record (referral_id, recorded_at) values (:referralId, :recordedAt)
                        on conflict do nothing
                        """)
                .param("referralId", referralId)
                .param("recordedAt", utc(recordedAt))
                .update();
    }

    private void insertFact(LeadFact fact, Matching matching, Instant recordedAt) {
        LeadHistory bridged = matching.bridged();
        jdbc.sql("""
                        insert into lead_fact
                            (source, id, referral_id, kind, occurred_at, content, bridged_to, recorded_at)
                        values
                            (:source, :id, :referralId, :kind, :occurredAt, :content::jsonb, :bridgedTo, :recordedAt)
                        """)
                .param("source", fact.id().source())
                .param("id", fact.id().id())
                .param("referralId", matching.joined().referralId())
                .param("kind", StoredJson.kind(fact))
                .param("occurredAt", utc(fact.occurredAt()))
                .param("content", StoredJson.write(fact))
                .param("bridgedTo", bridged == null ? null : bridged.referralId(), Types.OTHER)
                .param("recordedAt", utc(recordedAt))
                .update();
    }

    private void takeFreeKeys(List<String> keys, UUID referralId) {
        jdbc.sql("update lead_key set referral_id = :referralId where key = any(:keys) and referral_id is null")
                .param("referralId", referralId)
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    private void moveFacts(UUID from, UUID to) {
        jdbc.sql("update lead_fact set referral_id = :to where referral_id = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    private void moveKeys(UUID from, UUID to) {
        jdbc.sql("update lead_key set referral_id = :to where referral_id = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    private void deleteRecord(UUID referralId) {
        jdbc.sql("delete from lead_record where referral_id = :referralId")
                .param("referralId", referralId)
                .update();
    }

    private void keepSummary(Referral referral, Instant now) {
        jdbc.sql("""
                        insert into referral
                            (referral_id, submitted_at, stage, disposition, attribution_state, claimants)
                        values
                            (:referralId, :submittedAt, :stage, :disposition, :state, :claimants)
                        on conflict (referral_id) do update set
                            stage = excluded.stage,
                            disposition = excluded.disposition,
                            attribution_state = excluded.attribution_state,
                            claimants = excluded.claimants
                        """)
                .param("referralId", referral.referralId())
                .param("submittedAt", utc(now))
                .param("stage", Words.of(referral.progress().stage()))
                .param("disposition", Words.of(referral.progress().disposition()))
                .param("state", Words.of(referral.attribution().state()))
                .param(
                        "claimants",
                        referral.claims().stream()
                                .map(Claim::referrer)
                                .map(Referrer::id)
                                .distinct()
                                .toArray(String[]::new))
                .update();
    }

    private void deleteReview(Review review) {
        jdbc.sql("delete from open_review where review_id = :reviewId")
                .param("reviewId", review.reviewId())
                .update();
    }

    private void insertReview(UUID referralId, Review review) {
        jdbc.sql("""
                        insert into open_review (review_id, referral_id, kind, opened_at)
                        values (:reviewId, :referralId, :kind, :openedAt)
                        """)
                .param("reviewId", review.reviewId())
                .param("referralId", referralId)
                .param("kind", review.kind().name())
                .param("openedAt", utc(review.openedAt()))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
