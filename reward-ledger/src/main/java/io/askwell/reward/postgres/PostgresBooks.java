package io.askwell.reward.postgres;

import io.askwell.reward.application.Books;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Totals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Books} over the tables {@code transfer} and {@code account_total}. */
public final class PostgresBooks implements Books {

    private final JdbcClient jdbc;

    public PostgresBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SortedMap<String, Totals> totals() {
        return byCurrency(jdbc.sql("""
                select currency, sum(pending_debits) as pending_debits, sum(pending_credits) as pending_credits,
                    sum(posted_debits) as posted_debits, sum(posted_credits) as posted_credits
                from account_total group by currency
                """));
    }

    @Override
    public SortedMap<String, Totals> totals(Account account) {
        return byCurrency(jdbc.sql("""
                        select currency, pending_debits, pending_credits, posted_debits, posted_credits
                        from account_total where account = :account
                        """).param("account", account.name()));
    }

    @Override
    public SortedMap<String, Totals> totalsAt(Instant at) {
        return sumAt(null, at);
    }

    @Override
    public SortedMap<String, Totals> totalsAt(Account account, Instant at) {
        return sumAt(account.name(), at);
    }

    @Override
    public List<Entry> statement(Account account, @Nullable Instant from, @Nullable Instant to, long after, int limit) {
        // Two reads in order of an index each: asked for both sides at once, the database would sort the whole account
        // for a page. The times are asked for only where they are given, since they tempt it to another index.
        String times = (from == null ? "" : "and at >= :from ") + (to == null ? "" : "and at < :to ");
        JdbcClient.StatementSpec statement = jdbc.sql("""
                        select * from (
                            (select * from transfer where debit = :account and position > :after %1$s
                                order by position limit :limit)
                            union all
                            (select * from transfer where credit = :account and position > :after %1$s
                                order by position limit :limit)
                        ) page order by position limit :limit
                        """.formatted(times))
                .param("account", account.name())
                .param("after", after)
                .param("limit", limit);
        if (from != null) {
            statement = statement.param("from", Columns.time(from));
        }
        if (to != null) {
            statement = statement.param("to", Columns.time(to));
        }
        return statement.query((row, _) -> entry(row)).list();
    }

    @Override
    public List<Entry> transfers(@Nullable String referralId, @Nullable UUID rewardId, long after, int limit) {
        JdbcClient.StatementSpec statement = referralId == null && rewardId == null
                ? jdbc.sql("select * from transfer where position > :after order by position limit :limit")
                : jdbc.sql("""
                                select * from transfer
                                where reward_id = any(array(select reward_id from reward
                                        where (cast(:referralId as text) is null or referral_id = :referralId)
                                            and (cast(:rewardId as uuid) is null or reward_id = :rewardId)))
                                    and position > :after
                                order by position limit :limit
                                """).param("referralId", referralId).param("rewardId", rewardId);
        return statement
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    /** From the end of the newest month that was closed by then, so that no more than what came after it is summed up. */
    private SortedMap<String, Totals> sumAt(@Nullable String account, Instant at) {
        return byCurrency(jdbc.sql("""
                        with closed as materialized (
                            select month, (month + interval '1 month') at time zone 'UTC' as ends from ledger_period
                            where (month + interval '1 month') at time zone 'UTC' <= :at order by month desc limit 1)
                        select currency, sum(pending_debits) as pending_debits, sum(pending_credits) as pending_credits,
                            sum(posted_debits) as posted_debits, sum(posted_credits) as posted_credits
                        from (select account, currency, pending_debits, pending_credits, posted_debits, posted_credits
                                from ledger_period_balance where month = (select month from closed)
                            union all
                            select account, currency, pending_debits, pending_credits, posted_debits, posted_credits
                                from ledger_entry where at <= :at
                                    and at >= coalesce((select ends from closed), '-infinity')) moved
                        where cast(:account as text) is null or account = :account
                        group by currency
                        """).param("account", account).param("at", Columns.time(at)));
    }

    static SortedMap<String, Totals> byCurrency(JdbcClient.StatementSpec statement) {
        SortedMap<String, Totals> totals = new TreeMap<>();
        statement.query(row -> {
            totals.put(row.getString("currency"), totals(row));
        });
        return totals;
    }

    static Totals totals(ResultSet row) throws SQLException {
        return new Totals(
                row.getLong("pending_debits"),
                row.getLong("pending_credits"),
                row.getLong("posted_debits"),
                row.getLong("posted_credits"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong("position"), TransferRow.read(row));
    }
}
