package io.askwell.attribution.postgres;

import io.askwell.attribution.domain.Circumstances;
import io.askwell.attribution.domain.CustomerProfile;
import io.askwell.attribution.domain.KnownCustomers;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Links;
import io.askwell.attribution.domain.Relations;
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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads whole histories, many at once with a statement for each table. */
final class StoredHistories {

    private final JdbcClient jdbc;
    private final StoredRelations storedRelations;
    private final StoredLinks storedLinks;
    private final StoredCircumstances storedCircumstances;

    StoredHistories(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.storedRelations = new StoredRelations(jdbc);
        this.storedLinks = new StoredLinks(jdbc);
        this.storedCircumstances = new StoredCircumstances(jdbc);
    }

    /** The living among these, with all that lives on in them, in the order of the ids. */
    Map<UUID, LeadHistory> read(Collection<UUID> referralIds) {
        Map<UUID, LeadHistory> histories = new LinkedHashMap<>();
        if (referralIds.isEmpty()) {
            return histories;
        }
        UUID[] ids = referralIds.toArray(UUID[]::new);
        Map<UUID, Relations> relations = storedRelations.read(ids);
        Map<UUID, List<LeadFact>> facts = facts(ids);
        Map<UUID, List<Ruling>> rulings = rulings(ids);
        Map<UUID, List<Review>> reviews = openReviews(ids);
        Map<UUID, List<UUID>> bridges = bridges(ids);
        Map<UUID, Links> links = storedLinks.read(ids);
        Map<UUID, List<CustomerProfile>> customers = customers(ids);
        Map<UUID, Circumstances> circumstances = storedCircumstances.read(ids);
        for (UUID id : ids) {
            if (relations.containsKey(id)) {
                histories.put(
                        id,
                        new LeadHistory(
                                id,
                                facts.getOrDefault(id, List.of()),
                                rulings.getOrDefault(id, List.of()),
                                reviews.getOrDefault(id, List.of()),
                                Set.copyOf(bridges.getOrDefault(id, List.of())),
                                Objects.requireNonNull(relations.get(id)),
                                links.getOrDefault(id, Links.UNKNOWN),
                                new KnownCustomers(customers.getOrDefault(id, List.of())),
                                circumstances.getOrDefault(id, Circumstances.NONE)));
            }
        }
        return histories;
    }

    /** What a record that was merged held until then, with what lived on in it. */
    LeadHistory readAsOf(UUID referralId, OffsetDateTime moment) {
        return new LeadHistory(
                        referralId,
                        asOf("lead_fact", "kind, content", "recorded_at", referralId, moment)
                                .query((row, _) -> StoredJson.fact(row.getString("kind"), row.getString("content")))
                                .list(),
                        asOf("ruling", "content", "ruled_at", referralId, moment)
                                .query((row, _) -> StoredJson.ruling(row.getString("content")))
                                .list(),
                        List.of(),
                        Set.of())
                .knowing(storedLinks.readAsOf(referralId, moment))
                .knowing(customersOfParts(referralId));
    }

    /** As they are known now: what was known then is not kept. */
    private KnownCustomers customersOfParts(UUID referralId) {
        return new KnownCustomers(jdbc.sql("""
                        with recursive part as (
                            select :referralId::uuid as referral_id
                            union
                            select record.referral_id from lead_record record
                            join part on record.merged_into = part.referral_id)
                        select profile from lead_customer join part using (referral_id)
                        """)
                .param("referralId", referralId)
                .query((row, _) -> StoredJson.customerProfile(row.getString("profile")))
                .list());
    }

    private JdbcClient.StatementSpec asOf(
            String table, String columns, String time, UUID referralId, OffsetDateTime moment) {
        return jdbc.sql("""
                        with recursive part as (
                            select :referralId::uuid as referral_id
                            union
                            select record.referral_id from lead_record record
                            join part on record.merged_into = part.referral_id)
                        select %s from %s join part using (referral_id) where %s <= :moment
                        """.formatted(columns, table, time))
                .param("referralId", referralId)
                .param("moment", moment);
    }

    private Map<UUID, List<LeadFact>> facts(UUID[] ids) {
        return grouped("""
                select record.survivor_id as referral_id, kind, content
                from lead_fact join lead_record record using (referral_id)
                where record.survivor_id = any(:ids)
                """, ids, row -> StoredJson.fact(row.getString("kind"), row.getString("content")));
    }

    private Map<UUID, List<Ruling>> rulings(UUID[] ids) {
        return grouped("""
                select record.survivor_id as referral_id, content
                from ruling join lead_record record using (referral_id)
                where record.survivor_id = any(:ids)
                """, ids, row -> StoredJson.ruling(row.getString("content")));
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

    /** What a fact names, too, as long as the two live apart. */
    private Map<UUID, List<UUID>> bridges(UUID[] ids) {
        return grouped("""
                select distinct record.survivor_id as referral_id, other.survivor_id as bridged_to
                from lead_fact
                join lead_record record using (referral_id)
                join lead_record other on other.referral_id = lead_fact.bridged_to
                where record.survivor_id = any(:ids) and other.survivor_id <> record.survivor_id
                """, ids, row -> row.getObject("bridged_to", UUID.class));
    }

    private Map<UUID, List<CustomerProfile>> customers(UUID[] ids) {
        return grouped("""
                select record.survivor_id as referral_id, profile
                from lead_customer join lead_record record using (referral_id)
                where record.survivor_id = any(:ids)
                """, ids, row -> StoredJson.customerProfile(row.getString("profile")));
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
