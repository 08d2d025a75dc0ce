package io.askwell.attribution.postgres;

import io.askwell.attribution.domain.Relations;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.Submission;
import io.askwell.attribution.domain.Suspicion;
import io.askwell.attribution.postgres.StoredHistories.StoredFact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what records have to do with the others, many at once. */
final class StoredRelations {

    private StoredRelations() {}

    /** @param facts of each living record */
    static Map<UUID, Relations> read(JdbcClient jdbc, Members members, Map<UUID, List<StoredFact>> facts) {
        Map<UUID, List<Suspicion>> suspicions = members.read("""
                select younger_id as referral_id, suspicion.* from suspicion
                where younger_id = any(:ids) and answered_at is null
                order by suspected_at, review_id
                """, StoredRelations::suspicion);
        Map<UUID, List<Apart>> apart = members.read(
                "select one_id as referral_id, other_id, despite_keys from kept_apart where one_id = any(:ids)",
                row -> new Apart(row.getObject("other_id", UUID.class), row.getBoolean("despite_keys")));
        Set<UUID> rewarded = rewarded(jdbc, members);
        Map<UUID, Relations> relations = new HashMap<>();
        members.bySurvivor().forEach((id, ofRecord) -> {
            List<Apart> others = apart.getOrDefault(id, List.of());
            Instant since = facts.getOrDefault(id, List.of()).stream()
                    .filter(stored -> stored.fact() instanceof Submission)
                    .map(StoredFact::recordedAt)
                    .min(Comparator.naturalOrder())
                    .orElseGet(() -> members.begun(id));
            relations.put(
                    id,
                    new Relations(
                            since,
                            Set.copyOf(ofRecord),
                            !Collections.disjoint(ofRecord, rewarded),
                            others.stream().map(Apart::other).collect(Collectors.toSet()),
                            others.stream()
                                    .filter(Apart::despiteKeys)
                                    .map(Apart::other)
                                    .collect(Collectors.toSet()),
                            suspicions.getOrDefault(id, List.of())));
        });
        return relations;
    }

    private record Apart(UUID other, boolean despiteKeys) {}

    private static Set<UUID> rewarded(JdbcClient jdbc, Members members) {
        return jdbc.sql("select referral_id from reward_state where referral_id = any(:ids) and approved_or_paid")
                .param("ids", Columns.texts(List.of(members.ids()), UUID::toString))
                .query((row, _) -> UUID.fromString(row.getString("referral_id")))
                .set();
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
