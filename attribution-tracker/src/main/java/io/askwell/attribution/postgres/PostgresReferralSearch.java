package io.askwell.attribution.postgres;

import io.askwell.attribution.application.ReferralSearch;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Review;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds ids by the summary table, then reads the histories behind them. */
public final class PostgresReferralSearch implements ReferralSearch {

    private final JdbcClient jdbc;
    private final StoredHistories stored;

    public PostgresReferralSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.stored = new StoredHistories(jdbc);
    }

    @Override
    public Optional<LeadHistory> referral(UUID referralId) {
        return Optional.ofNullable(stored.read(List.of(referralId)).get(referralId))
                .filter(LeadHistory::isSubmitted);
    }

    @Override
    public Optional<Merged> merged(UUID referralId) {
        return jdbc.sql("""
                        select record.survivor_id, record.merged_at, merge.reason, merge.content
                        from lead_record record
                        join lead_merge merge on merge.other_id = record.referral_id and merge.undone_at is null
                        where record.referral_id = :referralId
                        """)
                .param("referralId", referralId)
                .query((row, _) -> new Merged(
                        stored.readAsOf(referralId, row.getObject("merged_at", OffsetDateTime.class)),
                        row.getObject("survivor_id", UUID.class),
                        StoredJson.mergeReason(row.getString("reason"), row.getString("content"))
                                .sentence()))
                .optional()
                .filter(merged -> merged.last().isSubmitted());
    }

    @Override
    public List<Found> referrals(Filter filter, @Nullable Place after, int limit) {
        List<Place> places = jdbc.sql("""
                        select submitted_at, referral_id from referral
                        where (:status::text is null or :status in (stage, disposition, attribution_state))
                          and (:referrerId::text is null or claimants @> array[:referrerId::text])
                          and not merged
                          and (:leadKey::text is null
                               or referral_id = (select survivor_id from lead_record
                                                 where referral_id = (select referral_id from lead_key where key = :leadKey)))
                          and (:at::timestamptz is null or (submitted_at, referral_id) < (:at, :id::uuid))
                        order by submitted_at desc, referral_id desc
                        limit :limit
                        """)
                .param("status", filter.status())
                .param("referrerId", filter.referrerId())
                .param("leadKey", filter.leadKey())
                .param("at", after == null ? null : utc(after.at()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, _) -> new Place(
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                        row.getObject("referral_id", UUID.class)))
                .list();
        Map<UUID, LeadHistory> histories =
                stored.read(places.stream().map(Place::id).toList());
        return places.stream()
                .map(place -> new Found(place, Objects.requireNonNull(histories.get(place.id()))))
                .toList();
    }

    @Override
    public List<FoundReview> openReviews(@Nullable Place after, int limit) {
        List<FoundRow> rows = jdbc.sql("""
                        select review_id, referral_id, kind, opened_at from open_review
                        where (:at::timestamptz is null or (opened_at, review_id) > (:at, :id::uuid))
                        order by opened_at, review_id
                        limit :limit
                        """)
                .param("at", after == null ? null : utc(after.at()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, _) -> new FoundRow(row.getObject("referral_id", UUID.class), StoredHistories.review(row)))
                .list();
        Map<UUID, LeadHistory> histories =
                stored.read(rows.stream().map(FoundRow::referralId).distinct().toList());
        return rows.stream()
                .map(row -> new FoundReview(row.review(), Objects.requireNonNull(histories.get(row.referralId()))))
                .toList();
    }

    private record FoundRow(UUID referralId, Review review) {}

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
