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
        return byCurrency(jdbc.sql("""
                        select currency, sum(pending_debits) as pending_debits, sum(pending_credits) as pending_credits,
                            sum(posted_debits) as posted_debits, sum(posted_credits) as posted_credits
                        from ledger_entry where at <= :at group by currency
                        """).param("at", Columns.time(at)));
    }

    @Override
    public SortedMap<String, Totals> totalsAt(Account account, Instant at) {
        return byCurrency(jdbc.sql("""
                        select currency, sum(pending_debits) as pending_debits, sum(pending_credits) as pending_credits,
                            sum(posted_debits) as posted_debits, sum(posted_credits) as posted_credits
                        from ledger_entry where account = :account and at <= :at group by currency
                        """).param("account", account.name()).param("at", Columns.time(at)));
    }

    @Override
    public List<Entry> statement(Account account, long after, int limit) {
        // Two reads in order of an index each: asked for both sides at once, the database would sort the whole account
        // for a page.
        return jdbc.sql("""
                        select * from (
                            (select * from transfer where debit = :account and position > :after order by position limit :limit)
                            union all
                            (select * from transfer where credit = :account and position > :after order by position limit :limit)
                        ) page order by position limit :limit
                        """)
                .param("account", account.name())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    @Override
    public List<Entry> transfers(@Nullable String referralId, @Nullable UUID rewardId, long after, int limit) {
        return jdbc.sql("""
                        select * from transfer
                        where (cast(:referralId as text) is null or referral_id = :referralId)
                            and (cast(:rewardId as uuid) is null or reward_id = :rewardId)
                            and position > :after
                        order by position limit :limit
                        """)
                .param("referralId", referralId)
                .param("rewardId", rewardId)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    private static SortedMap<String, Totals> byCurrency(JdbcClient.StatementSpec statement) {
        SortedMap<String, Totals> totals = new TreeMap<>();
        statement.query(row -> {
            totals.put(row.getString("currency"), totals(row));
        });
        return totals;
    }

    private static Totals totals(ResultSet row) throws SQLException {
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
