package io.askwell.attribution.postgres;

import io.askwell.attribution.domain.Relations;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.Suspicion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what records have to do with the others, many at once. */
final class StoredRelations {

    private final JdbcClient jdbc;

    StoredRelations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those that live. */
    Map<UUID, Relations> read(UUID[] ids) {
        Map<UUID, List<Suspicion>> suspicions = suspicions(ids);
        Map<UUID, Apart> apart = apart(ids);
        Map<UUID, Relations> relations = new HashMap<>();
        jdbc.sql("""
                        select record.survivor_id,
                               coalesce(min(first.submitted_at), min(record.recorded_at)) as since,
                               array_agg(record.referral_id) as members,
                               bool_or(exists (select from reward_state
                                               where referral_id = record.referral_id::text and approved_or_paid))
                                   as rewarded
                        from lead_record record
                        left join lateral (
                            select min(recorded_at) as submitted_at from lead_fact
                            where referral_id = record.referral_id and kind = 'submission') first on true
                        where record.survivor_id = any(:ids)
                        group by record.survivor_id
                        """).param("ids", ids).query(row -> {
            UUID id = row.getObject("survivor_id", UUID.class);
            Apart others = apart.getOrDefault(id, Apart.FROM_NOBODY);
            relations.put(
                    id,
                    new Relations(
                            row.getObject("since", OffsetDateTime.class).toInstant(),
                            Set.of((UUID[]) row.getArray("members").getArray()),
                            row.getBoolean("rewarded"),
                            others.all(),
                            others.despiteKeys(),
                            suspicions.getOrDefault(id, List.of())));
        });
        return relations;
    }

    private record Apart(Set<UUID> all, Set<UUID> despiteKeys) {

        private static final Apart FROM_NOBODY = new Apart(Set.of(), Set.of());
    }

    private Map<UUID, Apart> apart(UUID[] ids) {
        Map<UUID, Apart> apart = new HashMap<>();
        jdbc.sql("""
                        select record.survivor_id, kept_apart.other_id, kept_apart.despite_keys
                        from kept_apart join lead_record record on record.referral_id = kept_apart.one_id
                        where record.survivor_id = any(:ids)
                        """).param("ids", ids).query(row -> {
            Apart others = apart.computeIfAbsent(
                    row.getObject("survivor_id", UUID.class), _ -> new Apart(new HashSet<>(), new HashSet<>()));
            UUID other = row.getObject("other_id", UUID.class);
            others.all().add(other);
            if (row.getBoolean("despite_keys")) {
                others.despiteKeys().add(other);
            }
        });
        return apart;
    }

    private Map<UUID, List<Suspicion>> suspicions(UUID[] ids) {
        Map<UUID, List<Suspicion>> suspicions = new HashMap<>();
        jdbc.sql("""
                        select record.survivor_id, suspicion.*
                        from suspicion join lead_record record on record.referral_id = suspicion.younger_id
                        where record.survivor_id = any(:ids) and answered_at is null
                        order by suspected_at, review_id
                        """).param("ids", ids).query(row -> {
            suspicions
                    .computeIfAbsent(row.getObject("survivor_id", UUID.class), _ -> new ArrayList<>())
                    .add(suspicion(row));
        });
        return suspicions;
    }

    static Suspicion suspicion(ResultSet row) throws SQLException {
        String likeness = row.getString("likeness");
        return new Suspicion(
                row.getObject("review_id", UUID.class),
                ReviewKind.valueOf(row.getString("kind")),
                row.getObject("younger_id", UUID.class),
                row.getObject("older_id", UUID.class),
                likeness == null ? null : StoredJson.likeness(likeness),
                row.getObject("suspected_at", OffsetDateTime.class).toInstant());
    }
}
