package io.askwell.attribution.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The records that live on in some living ones. What is kept of them is then read by the index of one table alone: joined
 * with the records, it was now and then read whole, because the database takes a survivor for one of few until it has
 * analysed the table.
 */
final class Members {

    private final JdbcClient jdbc;
    private final Map<UUID, UUID> survivors = new HashMap<>();
    private final Map<UUID, Instant> begun = new HashMap<>();

    private Members(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those that live. */
    static Members of(JdbcClient jdbc, Collection<UUID> living) {
        Members members = new Members(jdbc);
        jdbc.sql("select referral_id, survivor_id, recorded_at from lead_record where survivor_id = any(:ids)")
                .param("ids", living.toArray(UUID[]::new))
                .query(row -> {
                    UUID survivor = row.getObject("survivor_id", UUID.class);
                    members.survivors.put(row.getObject("referral_id", UUID.class), survivor);
                    members.begun.merge(
                            survivor,
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                            (one, other) -> one.isBefore(other) ? one : other);
                });
        return members;
    }

    UUID[] ids() {
        return survivors.keySet().toArray(UUID[]::new);
    }

    UUID survivorOf(UUID member) {
        return Objects.requireNonNull(survivors.get(member), "it is a member");
    }

    /** When the first of those that live on in a record was recorded. */
    Instant begun(UUID survivor) {
        return Objects.requireNonNull(begun.get(survivor), "it lives");
    }

    /** Each living record with those that live on in it. */
    Map<UUID, List<UUID>> bySurvivor() {
        Map<UUID, List<UUID>> members = new HashMap<>();
        survivors.forEach((member, survivor) ->
                members.computeIfAbsent(survivor, _ -> new ArrayList<>()).add(member));
        return members;
    }

    /**
     * Rows by the living record.
     *
     * @param sql that finds them by {@code :ids}, and names the member {@code referral_id}
     */
    <T> Map<UUID, List<T>> read(String sql, Column<T> column) {
        Map<UUID, List<T>> bySurvivor = new HashMap<>();
        jdbc.sql(sql).param("ids", ids()).query(row -> {
            bySurvivor
                    .computeIfAbsent(survivorOf(row.getObject("referral_id", UUID.class)), _ -> new ArrayList<>())
                    .add(column.of(row));
        });
        return bySurvivor;
    }

    interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }
}
