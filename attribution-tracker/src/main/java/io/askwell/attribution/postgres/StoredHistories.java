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
import io.askwell.attribution.domain.matching.LeadProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads whole histories, many at once with a statement for each table. */
final class StoredHistories {

    private final JdbcClient jdbc;
    private final StoredLinks storedLinks;

    StoredHistories(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.storedLinks = new StoredLinks(jdbc);
    }

    /** The living among these, with all that lives on in them, in the order of the ids. */
    Map<UUID, LeadHistory> read(Collection<UUID> referralIds) {
        Map<UUID, LeadHistory> histories = new LinkedHashMap<>();
        if (referralIds.isEmpty()) {
            return histories;
        }
        Members members = Members.of(jdbc, referralIds);
        Map<UUID, List<StoredFact>> facts = facts(members);
        Map<UUID, Relations> relations = StoredRelations.read(jdbc, members, facts);
        Map<UUID, List<Ruling>> rulings = members.read(
                "select referral_id, content from ruling where referral_id = any(:ids)",
                row -> StoredJson.ruling(row.getString("content")));
        Map<UUID, List<Review>> reviews = members.read(
                "select referral_id, review_id, kind, opened_at from open_review where referral_id = any(:ids)",
                StoredHistories::review);
        Map<UUID, Set<UUID>> bridges = bridges(facts);
        Map<UUID, List<LeadFact>> told = told(facts);
        Map<UUID, Links> links = storedLinks.read(told);
        Map<UUID, List<CustomerProfile>> customers = members.read(
                "select referral_id, profile from lead_customer where referral_id = any(:ids)",
                row -> StoredJson.customerProfile(row.getString("profile")));
        Map<UUID, Circumstances> circumstances = StoredCircumstances.read(members);
        for (UUID id : referralIds) {
            if (relations.containsKey(id)) {
                histories.put(
                        id,
                        new LeadHistory(
                                id,
                                told.getOrDefault(id, List.of()),
                                rulings.getOrDefault(id, List.of()),
                                reviews.getOrDefault(id, List.of()),
                                bridges.getOrDefault(id, Set.of()),
                                Objects.requireNonNull(relations.get(id)),
                                links.getOrDefault(id, Links.UNKNOWN),
                                new KnownCustomers(customers.getOrDefault(id, List.of())),
                                circumstances.getOrDefault(id, Circumstances.NONE)));
            }
        }
        return histories;
    }

    /** Of the living among these that were submitted. What was summarised before profiles were kept is read whole. */
    Map<UUID, LeadProfile> profiles(Collection<UUID> referralIds) {
        Map<UUID, LeadProfile> profiles = new HashMap<>();
        if (referralIds.isEmpty()) {
            return profiles;
        }
        List<UUID> unknown = new ArrayList<>();
        jdbc.sql("select referral_id, profile from referral where referral_id = any(:ids)")
                .param("ids", referralIds.toArray(UUID[]::new))
                .query(row -> {
                    UUID id = row.getObject("referral_id", UUID.class);
                    String profile = row.getString("profile");
                    if (profile == null) {
                        unknown.add(id);
                    } else {
                        profiles.put(id, StoredJson.leadProfile(profile));
                    }
                });
        read(unknown).forEach((id, history) -> profiles.put(id, history.lead().profile()));
        return profiles;
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

    private static Map<UUID, List<StoredFact>> facts(Members members) {
        return members.read(
                """
                select referral_id, kind, content, bridged_to, recorded_at from lead_fact where referral_id = any(:ids)
                """,
                row -> new StoredFact(
                        StoredJson.fact(row.getString("kind"), row.getString("content")),
                        row.getObject("bridged_to", UUID.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
    }

    private static Map<UUID, List<LeadFact>> told(Map<UUID, List<StoredFact>> facts) {
        Map<UUID, List<LeadFact>> told = new HashMap<>();
        facts.forEach((id, stored) ->
                told.put(id, stored.stream().map(StoredFact::fact).toList()));
        return told;
    }

    static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getObject("review_id", UUID.class),
                ReviewKind.valueOf(row.getString("kind")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }

    /** What a fact names, too, as long as the two live apart. */
    private Map<UUID, Set<UUID>> bridges(Map<UUID, List<StoredFact>> facts) {
        Map<UUID, Set<UUID>> named = new HashMap<>();
        facts.forEach((id, stored) -> stored.forEach(fact -> {
            if (fact.bridgedTo() != null) {
                named.computeIfAbsent(id, _ -> new HashSet<>()).add(fact.bridgedTo());
            }
        }));
        Map<UUID, UUID> survivors =
                survivors(named.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<UUID, Set<UUID>> bridges = new HashMap<>();
        named.forEach((id, others) -> bridges.put(
                id,
                others.stream()
                        .map(other -> Objects.requireNonNull(survivors.get(other)))
                        .filter(other -> !other.equals(id))
                        .collect(Collectors.toSet())));
        return bridges;
    }

    /** In which record each lives on that there is. */
    Map<UUID, UUID> survivors(Collection<UUID> records) {
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

    /** @param bridgedTo another record that the fact names */
    record StoredFact(LeadFact fact, @Nullable UUID bridgedTo, Instant recordedAt) {}
}
