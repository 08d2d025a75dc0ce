package io.askwell.attribution.postgres;

import io.askwell.attribution.application.LeadHistories;
import io.askwell.attribution.domain.Appeal;
import io.askwell.attribution.domain.Claim;
import io.askwell.attribution.domain.KeyHolders;
import io.askwell.attribution.domain.KeyHolders.PhoneUse;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Links;
import io.askwell.attribution.domain.Matching;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.Ruling;
import io.askwell.attribution.domain.Submission;
import io.askwell.attribution.domain.Words;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Histories under lock. Links are locked before keys, and keys before the records they lead to, all sorted, which leaves few ways to a deadlock: a
 * record is merged while somebody reaches it by another of its keys. The database then fails one of the two, and the record
 * that it was reading is read again.
 */
public final class PostgresLeadHistories implements LeadHistories {

    private final JdbcClient jdbc;
    private final StoredHistories stored;
    private final StoredLinks links;

    public PostgresLeadHistories(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.stored = new StoredHistories(jdbc);
        this.links = new StoredLinks(jdbc);
    }

    @Override
    public KeyHolders lockKeys(LeadFact fact) {
        Links named = fact instanceof Submission submission ? links.lockNamedBy(submission) : Links.UNKNOWN;
        List<String> keys = fact.keys();
        insertUnknown(keys);
        return new KeyHolders(
                lockKeys(keys), fact.phoneKey().map(this::usesOfPhone).orElse(List.of()), named);
    }

    @Override
    public Map<UUID, LeadHistory> lock(Collection<UUID> records) {
        Map<UUID, UUID> survivors = survivors(records);
        Set<UUID> locked = new HashSet<>();
        // A merge may have come in between; then the lock of the record that it led to is still to be had.
        while (!locked.containsAll(survivors.values())) {
            lockRecords(survivors.values());
            locked.addAll(survivors.values());
            survivors = survivors(records);
        }
        Map<UUID, LeadHistory> living = stored.read(new TreeSet<>(survivors.values()));
        Map<UUID, LeadHistory> byRecord = new HashMap<>();
        survivors.forEach((record, survivor) -> byRecord.put(record, Objects.requireNonNull(living.get(survivor))));
        return byRecord;
    }

    @Override
    public List<LeadHistory> read(Collection<UUID> records) {
        return List.copyOf(
                stored.read(new TreeSet<>(survivors(records).values())).values());
    }

    @Override
    public Optional<LeadHistory> lockByOpenReview(UUID reviewId) {
        return jdbc.sql("select referral_id from open_review where review_id = :reviewId")
                .param("reviewId", reviewId)
                .query(UUID.class)
                .optional()
                .flatMap(referralId ->
                        Optional.ofNullable(lock(List.of(referralId)).get(referralId)))
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
        insertRecord(matching.home(), recordedAt);
        insertFact(fact, matching, recordedAt);
        takeFreeKeys(fact.identity().keys(), matching.home());
        fact.phoneKey().ifPresent(key -> insertUseOfPhone(key, fact));
        if (fact instanceof Submission submission) {
            links.addUses(submission);
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
    public void add(UUID referralId, Appeal appeal) {
        jdbc.sql("""
                        insert into appeal (referral_id, appealed_by, reason, appealed_at)
                        values (:referralId, :by, :reason, :at)
                        """)
                .param("referralId", referralId)
                .param("by", appeal.by())
                .param("reason", appeal.reason())
                .param("at", utc(appeal.at()))
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

    private List<PhoneUse> usesOfPhone(String key) {
        return jdbc.sql("""
                        select distinct fact.referral_id, fact.content -> 'lead' ->> 'name' as name
                        from lead_phone join lead_fact fact using (source, id)
                        where key = :key
                        """)
                .param("key", key)
                .query((row, _) -> new PhoneUse(row.getObject("referral_id", UUID.class), row.getString("name")))
                .list();
    }

    private Map<UUID, UUID> survivors(Collection<UUID> records) {
        Map<UUID, UUID> survivors = new HashMap<>();
        if (!records.isEmpty()) {
            jdbc.sql("select referral_id, survivor_id from lead_record where referral_id = any(:ids)")
                    .param("ids", records.toArray(UUID[]::new))
                    .query(row -> {
                        survivors.put(
                                row.getObject("referral_id", UUID.class), row.getObject("survivor_id", UUID.class));
                    });
        }
        return survivors;
    }

    private void lockRecords(Collection<UUID> records) {
        jdbc.sql("""
                        select referral_id from lead_record where referral_id = any(:ids) order by referral_id for update
                        """)
                .param("ids", records.toArray(UUID[]::new))
                .query((_, _) -> true)
                .list();
    }

    private void insertRecord(UUID referralId, Instant recordedAt) {
        jdbc.sql("""
                        insert into lead_record (referral_id, survivor_id, recorded_at)
                        values (:referralId, :referralId, :recordedAt)
                        on conflict do nothing
                        """)
                .param("referralId", referralId)
                .param("recordedAt", utc(recordedAt))
                .update();
    }

    private void insertFact(LeadFact fact, Matching matching, Instant recordedAt) {
        jdbc.sql("""
                        insert into lead_fact
                            (source, id, referral_id, kind, occurred_at, content, bridged_to, recorded_at)
                        values
                            (:source, :id, :referralId, :kind, :occurredAt, :content::jsonb, :bridgedTo, :recordedAt)
                        """)
                .param("source", fact.id().source())
                .param("id", fact.id().id())
                .param("referralId", matching.home())
                .param("kind", StoredJson.kind(fact))
                .param("occurredAt", utc(fact.occurredAt()))
                .param("content", StoredJson.write(fact))
                .param("bridgedTo", matching.bridgedTo(), Types.OTHER)
                .param("recordedAt", utc(recordedAt))
                .update();
    }

    private void takeFreeKeys(List<String> keys, UUID referralId) {
        jdbc.sql("update lead_key set referral_id = :referralId where key = any(:keys) and referral_id is null")
                .param("referralId", referralId)
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    private void insertUseOfPhone(String key, LeadFact fact) {
        jdbc.sql("insert into lead_phone (key, source, id) values (:key, :source, :id)")
                .param("key", key)
                .param("source", fact.id().source())
                .param("id", fact.id().id())
                .update();
    }

    private void keepSummary(Referral referral, Instant now) {
        jdbc.sql("""
                        insert into referral
                            (referral_id, submitted_at, stage, disposition, attribution_state, claimants, merged,
                             channel, introduction_basis, owner, flags)
                        values
                            (:referralId, :submittedAt, :stage, :disposition, :state, :claimants, :merged,
                             :channel, :basis, :owner, :flags)
                        on conflict (referral_id) do update set
                            stage = excluded.stage,
                            disposition = excluded.disposition,
                            attribution_state = excluded.attribution_state,
                            claimants = excluded.claimants,
                            merged = excluded.merged,
                            channel = excluded.channel,
                            introduction_basis = excluded.introduction_basis,
                            owner = excluded.owner,
                            flags = excluded.flags
                        """)
                .param("referralId", referral.referralId())
                .param("submittedAt", utc(now))
                .param("merged", referral.mergedInto() != null)
                .param("channel", Words.of(referral.sourcePath().channel()))
                .param("basis", Words.of(referral.introductionBasis()))
                .param("owner", referral.owner(), Types.VARCHAR)
                .param("flags", referral.flags().stream().map(Words::of).toArray(String[]::new))
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
