package io.askwell.attribution.postgres;

import io.askwell.attribution.application.OwnerTasks;
import io.askwell.attribution.application.ReferralSearch.Place;
import io.askwell.attribution.domain.OwnerTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link OwnerTasks} in the table {@code owner_task}. */
public final class PostgresOwnerTasks implements OwnerTasks {

    private final JdbcClient jdbc;

    public PostgresOwnerTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, OwnerTask> find(Set<UUID> referralIds) {
        return jdbc
                .sql("select * from owner_task where referral_id = any(:referralIds)")
                .param("referralIds", referralIds.toArray(UUID[]::new))
                .query((row, _) -> task(row))
                .stream()
                .collect(Collectors.toMap(OwnerTask::referralId, task -> task));
    }

    @Override
    public void keep(Collection<OwnerTask> tasks) {
        jdbc.sql("""
                        insert into owner_task (referral_id, kind, status, owner, since, due_at)
                        select referral_id, kind, status, owner, since::timestamptz, due_at::timestamptz
                        from unnest(:ids::uuid[], :kinds::text[], :statuses::text[], :owners::text[], :since::text[],
                                    :dueAt::text[])
                             task (referral_id, kind, status, owner, since, due_at)
                        on conflict (referral_id) do update set
                            kind = excluded.kind,
                            status = excluded.status,
                            owner = excluded.owner,
                            since = excluded.since,
                            due_at = excluded.due_at
                        """)
                .param("ids", Columns.ids(tasks, OwnerTask::referralId))
                .param("kinds", Columns.texts(tasks, task -> task.kind().name()))
                .param("statuses", Columns.texts(tasks, task -> task.status().name()))
                .param("owners", Columns.texts(tasks, OwnerTask::owner))
                .param("since", Columns.moments(tasks, OwnerTask::since))
                .param("dueAt", Columns.moments(tasks, OwnerTask::dueAt))
                .update();
    }

    @Override
    public List<UUID> due(Instant now, int most) {
        return jdbc.sql("select referral_id from owner_task where due_at <= :now order by due_at limit :most")
                .param("now", utc(now))
                .param("most", most)
                .query((row, _) -> row.getObject("referral_id", UUID.class))
                .list();
    }

    @Override
    public List<OwnerTask> list(Filter filter, @Nullable Place after, int limit) {
        OwnerTask.Status status = filter.status();
        return jdbc.sql("""
                        select * from owner_task
                        where (:owner::text is null or owner = :owner)
                          and (:status::text is null or status = :status)
                          and (:at::timestamptz is null or (since, referral_id) > (:at, :id::uuid))
                        order by since, referral_id
                        limit :limit
                        """)
                .param("owner", filter.owner())
                .param("status", status == null ? null : status.name())
                .param("at", after == null ? null : utc(after.at()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query((row, _) -> task(row))
                .list();
    }

    private static OwnerTask task(ResultSet row) throws SQLException {
        OffsetDateTime dueAt = row.getObject("due_at", OffsetDateTime.class);
        return new OwnerTask(
                row.getObject("referral_id", UUID.class),
                OwnerTask.Kind.valueOf(row.getString("kind")),
                OwnerTask.Status.valueOf(row.getString("status")),
                row.getString("owner"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                dueAt == null ? null : dueAt.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
