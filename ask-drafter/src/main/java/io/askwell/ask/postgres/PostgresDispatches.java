package io.askwell.ask.postgres;

import io.askwell.ask.application.Dispatches;
import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.delivery.Dispatch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Dispatches in PostgreSQL. A row stays for ever, so that no ask gets a second one. */
public final class PostgresDispatches implements Dispatches {

    private static final String DUE = """
            select ask_id, customer_id, carrier, text_hash, attempts, try_until,
                   case when status = 'sending' then due_at end as lease_until
            from ask_dispatch join ask_release using (ask_id)
            where status <> 'over' and due_at <= :now
            """;

    private final JdbcClient jdbc;

    public PostgresDispatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(String askId, Carrier carrier, Instant tryUntil, Instant now) {
        jdbc.sql("""
                        insert into ask_dispatch (ask_id, carrier, try_until, status, due_at)
                        values (:askId, :carrier, :tryUntil, 'waiting', :now)
                        """)
                .param("askId", UUID.fromString(askId))
                .param("carrier", carrier.name().toLowerCase(Locale.ROOT))
                .param("tryUntil", PostgresCustomers.utc(tryUntil))
                .param("now", PostgresCustomers.utc(now))
                .update();
    }

    @Override
    public List<Dispatch> due(Instant now, int most) {
        return jdbc.sql(DUE + "order by due_at limit :most")
                .param("now", PostgresCustomers.utc(now))
                .param("most", most)
                .query(PostgresDispatches::dispatch)
                .list();
    }

    @Override
    public Optional<Dispatch> stillDue(String askId, Instant now) {
        return jdbc.sql(DUE + "and ask_id = :askId for update of ask_dispatch")
                .param("now", PostgresCustomers.utc(now))
                .param("askId", UUID.fromString(askId))
                .query(PostgresDispatches::dispatch)
                .optional();
    }

    @Override
    public Dispatch claim(String askId, String sender, Instant leaseUntil) {
        return jdbc.sql("""
                        with claimed as (
                            update ask_dispatch
                            set status = 'sending', sender = :sender, due_at = :leaseUntil, attempts = attempts + 1
                            where ask_id = :askId and status = 'waiting'
                            returning ask_id, carrier, attempts, try_until, due_at
                        )
                        select ask_id, customer_id, carrier, text_hash, attempts, try_until, due_at as lease_until
                        from claimed join ask_release using (ask_id)
                        """)
                .param("askId", UUID.fromString(askId))
                .param("sender", UUID.fromString(sender))
                .param("leaseUntil", PostgresCustomers.utc(leaseUntil))
                .query(PostgresDispatches::dispatch)
                .single();
    }

    @Override
    public void putBack(String askId, String sender, Instant dueAt) {
        jdbc.sql("""
                        update ask_dispatch set status = 'waiting', sender = null, due_at = :dueAt
                        where ask_id = :askId and status = 'sending' and sender = :sender
                        """)
                .param("askId", UUID.fromString(askId))
                .param("sender", UUID.fromString(sender))
                .param("dueAt", PostgresCustomers.utc(dueAt))
                .update();
    }

    @Override
    public void end(String askId) {
        jdbc.sql("update ask_dispatch set status = 'over', sender = null where ask_id = :askId")
                .param("askId", UUID.fromString(askId))
                .update();
    }

    private static Dispatch dispatch(ResultSet row, int index) throws SQLException {
        OffsetDateTime leaseUntil = row.getObject("lease_until", OffsetDateTime.class);
        return new Dispatch(
                row.getString("ask_id"),
                row.getString("customer_id"),
                Carrier.valueOf(row.getString("carrier").toUpperCase(Locale.ROOT)),
                row.getString("text_hash"),
                row.getInt("attempts"),
                row.getObject("try_until", OffsetDateTime.class).toInstant(),
                leaseUntil == null ? null : leaseUntil.toInstant());
    }
}
