package io.askwell.attribution.postgres;

import io.askwell.attribution.application.KeysAtHand;
import io.askwell.attribution.application.LeadHistories;
import io.askwell.attribution.application.Told;
import io.askwell.attribution.domain.Appeal;
import io.askwell.attribution.domain.Claim;
import io.askwell.attribution.domain.KeyHolders.PhoneUse;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Links;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.Ruling;
import io.askwell.attribution.domain.Words;
import io.askwell.attribution.domain.matching.LeadProfile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    public KeysAtHand lockKeys(Collection<LeadFact> facts) {
        Links named = links.lockNamedBy(StoredLinks.submissions(facts));
        Set<String> keys = new TreeSet<>();
        Set<String> phones = new TreeSet<>();
        for (LeadFact fact : facts) {
            keys.addAll(fact.keys());
            fact.phoneKey().ifPresent(phones::add);
        }
        insertUnknown(keys);
        return new KeysAtHand(holders(keys), usesOfPhones(phones), named);
    }

    @Override
    public Map<UUID, LeadHistory> lock(Collection<UUID> records) {
        Map<UUID, UUID> survivors = stored.survivors(records);
        Set<UUID> locked = new HashSet<>();
        // A merge may have come in between; then the lock of the record that it led to is still to be had.
        while (!locked.containsAll(survivors.values())) {
            lockRecords(survivors.values());
            locked.addAll(survivors.values());
            survivors = stored.survivors(records);
        }
        Map<UUID, LeadHistory> living = stored.read(new TreeSet<>(survivors.values()));
        Map<UUID, LeadHistory> byRecord = new HashMap<>();
        survivors.forEach((record, survivor) -> byRecord.put(record, Objects.requireNonNull(living.get(survivor))));
        return byRecord;
    }

    @Override
    public Map<UUID, Looks> look(Collection<UUID> records) {
        Map<UUID, UUID> survivors = stored.survivors(records);
        Map<UUID, LeadProfile> profiles = stored.profiles(new TreeSet<>(survivors.values()));
        Map<UUID, Looks> looks = new HashMap<>();
        survivors.forEach((record, survivor) -> {
            LeadProfile profile = profiles.get(survivor);
            if (profile != null) {
                looks.put(record, new Looks(survivor, profile));
            }
        });
        return looks;
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
    public void add(List<Addition> additions) {
        insertRecords(additions);
        insertFacts(additions);
        takeFreeKeys(additions);
        insertUsesOfPhones(additions);
        links.addUses(
                StoredLinks.submissions(additions.stream().map(Addition::fact).toList()));
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
    public void keep(List<Told> told) {
        Map<UUID, Summary> summaries = new TreeMap<>();
        Set<UUID> closed = new TreeSet<>();
        Map<UUID, Opened> opened = new LinkedHashMap<>();
        for (Told one : told) {
            for (ReferralChange change : one.changes()) {
                Referral after = change.after();
                summaries.merge(
                        after.referralId(), new Summary(after, one.at()), (first, last) -> first.as(last.referral()));
                change.closed().forEach(review -> {
                    opened.remove(review.reviewId());
                    closed.add(review.reviewId());
                });
                change.opened()
                        .forEach(review -> opened.put(review.reviewId(), new Opened(after.referralId(), review)));
            }
        }
        keepSummaries(summaries.values());
        deleteReviews(closed);
        insertReviews(opened.values());
    }

    private record Summary(Referral referral, Instant since) {

        private Summary as(Referral newest) {
            return new Summary(newest, since);
        }
    }

    private record Opened(UUID referralId, Review review) {}

    private void insertUnknown(Collection<String> keys) {
        jdbc.sql("""
                        insert into lead_key (key) select unnest(:keys::text[]) order by 1
                        on conflict do nothing
                        """).param("keys", keys.toArray(String[]::new)).update();
    }

    private Map<String, UUID> holders(Collection<String> keys) {
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

    private Map<String, List<PhoneUse>> usesOfPhones(Collection<String> keys) {
        Map<String, List<PhoneUse>> uses = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.sql("""
                            select distinct phone.key, fact.referral_id, fact.content -> 'lead' ->> 'name' as name
                            from unnest(:keys::text[]) wanted (key)
                            cross join lateral (
                                select key, source, id from lead_phone where lead_phone.key = wanted.key offset 0) phone
                            join lead_fact fact using (source, id)
                            """).param("keys", keys.toArray(String[]::new)).query(row -> {
                uses.computeIfAbsent(row.getString("key"), _ -> new ArrayList<>())
                        .add(new PhoneUse(row.getObject("referral_id", UUID.class), row.getString("name")));
            });
        }
        return uses;
    }

    private void lockRecords(Collection<UUID> records) {
        jdbc.sql("""
                        select referral_id from lead_record where referral_id = any(:ids) order by referral_id for update
                        """)
                .param("ids", records.toArray(UUID[]::new))
                .query((_, _) -> true)
                .list();
    }

    private void insertRecords(List<Addition> additions) {
        jdbc.sql("""
                        insert into lead_record (referral_id, survivor_id, recorded_at)
                        select id, id, at::timestamptz from unnest(:ids::uuid[], :at::text[]) added (id, at)
                        order by id, at
                        on conflict do nothing
                        """)
                .param("ids", Columns.ids(additions, Addition::home))
                .param("at", Columns.moments(additions, Addition::recordedAt))
                .update();
    }

    private void insertFacts(List<Addition> additions) {
        jdbc.sql("""
                        insert into lead_fact
                            (source, id, referral_id, kind, occurred_at, content, bridged_to, recorded_at)
                        select source, id, home, kind, occurred_at::timestamptz, content::jsonb, bridged_to,
                               recorded_at::timestamptz
                        from unnest(:sources::text[], :ids::text[], :homes::uuid[], :kinds::text[], :occurredAt::text[],
                                    :contents::text[], :bridgedTo::uuid[], :recordedAt::text[])
                             added (source, id, home, kind, occurred_at, content, bridged_to, recorded_at)
                        """)
                .param(
                        "sources",
                        Columns.texts(additions, added -> added.fact().id().source()))
                .param(
                        "ids",
                        Columns.texts(additions, added -> added.fact().id().id()))
                .param("homes", Columns.ids(additions, Addition::home))
                .param("kinds", Columns.texts(additions, added -> StoredJson.kind(added.fact())))
                .param(
                        "occurredAt",
                        Columns.moments(additions, added -> added.fact().occurredAt()))
                .param("contents", Columns.texts(additions, added -> StoredJson.write(added.fact())))
                .param("bridgedTo", Columns.ids(additions, Addition::bridgedTo))
                .param("recordedAt", Columns.moments(additions, Addition::recordedAt))
                .update();
    }

    /** The first that brings a key has it. */
    private void takeFreeKeys(List<Addition> additions) {
        Map<String, UUID> taken = new TreeMap<>();
        additions.forEach(added -> added.fact().identity().keys().forEach(key -> taken.putIfAbsent(key, added.home())));
        jdbc.sql("""
                        update lead_key set referral_id = taken.home
                        from unnest(:keys::text[], :homes::uuid[]) taken (key, home)
                        where lead_key.key = taken.key and lead_key.referral_id is null
                        """)
                .param("keys", taken.keySet().toArray(String[]::new))
                .param("homes", taken.values().toArray(UUID[]::new))
                .update();
    }

    private void insertUsesOfPhones(List<Addition> additions) {
        List<LeadFact> withPhone = additions.stream()
                .map(Addition::fact)
                .filter(fact -> fact.phoneKey().isPresent())
                .toList();
        if (!withPhone.isEmpty()) {
            jdbc.sql("""
                            insert into lead_phone (key, source, id)
                            select * from unnest(:keys::text[], :sources::text[], :ids::text[])
                            """)
                    .param(
                            "keys",
                            Columns.texts(withPhone, fact -> fact.phoneKey().orElseThrow()))
                    .param("sources", Columns.texts(withPhone, fact -> fact.id().source()))
                    .param("ids", Columns.texts(withPhone, fact -> fact.id().id()))
                    .update();
        }
    }

    private void keepSummaries(Collection<Summary> summaries) {
        List<Referral> referrals = summaries.stream().map(Summary::referral).toList();
        jdbc.sql("""
                        insert into referral
                            (referral_id, submitted_at, stage, disposition, attribution_state, claimants, merged,
                             channel, introduction_basis, owner, flags, profile)
                        select referral_id, submitted_at::timestamptz, stage, disposition, state,
                               array(select jsonb_array_elements_text(claimants::jsonb)), merged,
                               channel, basis, owner, array(select jsonb_array_elements_text(flags::jsonb)),
                               profile::jsonb
                        from unnest(:ids::uuid[], :submittedAt::text[], :stages::text[], :dispositions::text[], :states::text[],
                                    :claimants::text[], :merged::boolean[], :channels::text[], :bases::text[],
                                    :owners::text[], :flags::text[], :profiles::text[])
                             summary (referral_id, submitted_at, stage, disposition, state, claimants, merged, channel,
                                      basis, owner, flags, profile)
                        on conflict (referral_id) do update set
                            stage = excluded.stage,
                            disposition = excluded.disposition,
                            attribution_state = excluded.attribution_state,
                            claimants = excluded.claimants,
                            merged = excluded.merged,
                            channel = excluded.channel,
                            introduction_basis = excluded.introduction_basis,
                            owner = excluded.owner,
                            flags = excluded.flags,
                            profile = excluded.profile
                        """)
                .param("ids", Columns.ids(referrals, Referral::referralId))
                .param("submittedAt", Columns.moments(summaries, Summary::since))
                .param(
                        "stages",
                        Columns.texts(referrals, one -> Words.of(one.progress().stage())))
                .param(
                        "dispositions",
                        Columns.texts(referrals, one -> Words.of(one.progress().disposition())))
                .param(
                        "states",
                        Columns.texts(
                                referrals, one -> Words.of(one.attribution().state())))
                .param("claimants", Columns.texts(referrals, PostgresLeadHistories::claimants))
                .param("merged", Columns.booleans(referrals, one -> one.mergedInto() != null))
                .param(
                        "channels",
                        Columns.texts(
                                referrals, one -> Words.of(one.sourcePath().channel())))
                .param("bases", Columns.texts(referrals, one -> Words.of(one.introductionBasis())))
                .param("owners", Columns.texts(referrals, Referral::owner))
                .param(
                        "profiles",
                        Columns.texts(
                                referrals, one -> StoredJson.write(one.lead().profile())))
                .param(
                        "flags",
                        Columns.texts(
                                referrals,
                                one -> StoredJson.write(
                                        one.flags().stream().map(Words::of).toList())))
                .update();
    }

    /** As JSON, since an array of arrays has rows of one length. */
    private static String claimants(Referral referral) {
        return StoredJson.write(referral.claims().stream()
                .map(Claim::referrer)
                .map(Referrer::id)
                .distinct()
                .toList());
    }

    private void deleteReviews(Set<UUID> reviewIds) {
        if (!reviewIds.isEmpty()) {
            jdbc.sql("delete from open_review where review_id = any(:reviewIds)")
                    .param("reviewIds", reviewIds.toArray(UUID[]::new))
                    .update();
        }
    }

    private void insertReviews(Collection<Opened> opened) {
        if (!opened.isEmpty()) {
            jdbc.sql("""
                            insert into open_review (review_id, referral_id, kind, opened_at)
                            select review_id, referral_id, kind, opened_at::timestamptz
                            from unnest(:reviewIds::uuid[], :referralIds::uuid[], :kinds::text[], :openedAt::text[])
                                 opened (review_id, referral_id, kind, opened_at)
                            """)
                    .param("reviewIds", Columns.ids(opened, one -> one.review().reviewId()))
                    .param("referralIds", Columns.ids(opened, Opened::referralId))
                    .param(
                            "kinds",
                            Columns.texts(opened, one -> one.review().kind().name()))
                    .param(
                            "openedAt",
                            Columns.moments(opened, one -> one.review().openedAt()))
                    .update();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
