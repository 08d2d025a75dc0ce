package io.askwell.attribution.postgres;

import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.Ruling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads whole histories, many at once with a statement for each table. */
final class StoredHistories {

    private final JdbcClient jdbc;

    StoredHistories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the ids. */
    Map<UUID, LeadHistory> read(Collection<UUID> referralIds) {
        Map<UUID, LeadHistory> histories = new LinkedHashMap<>();
        if (referralIds.isEmpty()) {
            return histories;
        }
        UUID[] ids = referralIds.toArray(UUID[]::new);
        Map<UUID, List<LeadFact>> facts = facts(ids);
        Map<UUID, List<Ruling>> rulings = rulings(ids);
        Map<UUID, List<Review>> reviews = openReviews(ids);
        Map<UUID, List<UUID>> bridges = bridges(ids);
        for (UUID id : ids) {
            histories.put(
                    id,
                    new LeadHistory(
                            id,
                            facts.getOrDefault(id, List.of()),
                            rulings.getOrDefault(id, List.of()),
                            reviews.getOrDefault(id, List.of()),
                            Set.copyOf(bridges.getOrDefault(id, List.of()))));
        }
        return histories;
    }

    private Map<UUID, List<LeadFact>> facts(UUID[] ids) {
        return grouped(
                "select referral_id, kind, content from lead_fact where referral_id = any(:ids)",
                ids,
                row -> StoredJson.fact(row.getString("kind"), row.getString("content")));
    }

    private Map<UUID, List<Ruling>> rulings(UUID[] ids) {
        return grouped(
                "select referral_id, content from ruling where referral_id = any(:ids)",
                ids,
                row -> StoredJson.ruling(row.getString("content")));
    }

    private Map<UUID, List<Review>> openReviews(UUID[] ids) {
        return grouped(
                "select referral_id, review_id, kind, opened_at from open_review where referral_id = any(:ids)",
                ids,
                StoredHistories::review);
    }

    static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getObject("review_id", UUID.class),
                ReviewKind.valueOf(row.getString("kind")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }

    private Map<UUID, List<UUID>> bridges(UUID[] ids) {
        return grouped("""
                select distinct referral_id, bridged_to from lead_fact
                where referral_id = any(:ids) and bridged_to is not null
                """, ids, row -> row.getObject("bridged_to", UUID.class));
    }

    private <T> Map<UUID, List<T>> grouped(String sql, UUID[] ids, Column<T> column) {
        Map<UUID, List<T>> byReferral = new HashMap<>();
        jdbc.sql(sql).param("ids", ids).query(row -> {
            byReferral
                    .computeIfAbsent(row.getObject("referral_id", UUID.class), _ -> new ArrayList<>())
                    .add(column.of(row));
        });
        return byReferral;
    }

    private interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }
}
