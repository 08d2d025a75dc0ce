package io.askwell.reward.postgres;

import io.askwell.reward.application.Periods;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Period;
import io.askwell.reward.domain.ledger.Totals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Periods} in the tables {@code ledger_period} and {@code ledger_period_balance}. */
public final class PostgresPeriods implements Periods {

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;

    public PostgresPeriods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Period> find(YearMonth month) {
        return jdbc.sql("select * from ledger_period where month = :month")
                .param("month", month.atDay(1))
                .query((row, _) -> period(row))
                .optional();
    }

    @Override
    public Optional<Period> newest() {
        return jdbc.sql("select * from ledger_period order by month desc limit 1")
                .query((row, _) -> period(row))
                .optional();
    }

    @Override
    public List<Period> list(@Nullable YearMonth after, int limit) {
        return jdbc.sql("""
                        select * from ledger_period where month > coalesce(cast(:after as date), '-infinity')
                        order by month limit :limit
                        """)
                .param("after", after == null ? null : after.atDay(1))
                .param("limit", limit)
                .query((row, _) -> period(row))
                .list();
    }

    @Override
    public Optional<Instant> firstTransferFrom(Instant moment) {
        return jdbc.sql("select min(at) from transfer where at >= :moment")
                .param("moment", Columns.time(moment))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    @Override
    public void close(Period period, @Nullable YearMonth previous) {
        Period.Seal head = period.head();
        jdbc.sql("""
                        insert into ledger_period (month, closed_by, closed_at, link, link_hash)
                        values (:month, :closedBy, :closedAt, :link, :linkHash)
                        """)
                .param("month", period.month().atDay(1))
                .param("closedBy", period.closedBy())
                .param("closedAt", Columns.time(period.closedAt()))
                .param("link", head == null ? null : head.position())
                .param("linkHash", head == null ? null : HEX.parseHex(head.hash()))
                .update();
        writeDownBalances(period.month(), previous);
    }

    @Override
    public SortedMap<String, Totals> totals(YearMonth month) {
        return PostgresBooks.byCurrency(jdbc.sql("""
                        select currency, sum(pending_debits) as pending_debits, sum(pending_credits) as pending_credits,
                            sum(posted_debits) as posted_debits, sum(posted_credits) as posted_credits
                        from ledger_period_balance where month = :month group by currency
                        """).param("month", month.atDay(1)));
    }

    @Override
    public List<Closing> balances(YearMonth month, @Nullable Closing after, int limit) {
        return jdbc.sql("""
                        select * from ledger_period_balance
                        where month = :month and (account, currency) > (:account, :currency)
                        order by account, currency limit :limit
                        """)
                .param("month", month.atDay(1))
                .param("account", after == null ? "" : after.account().name())
                .param("currency", after == null ? "" : after.currency())
                .param("limit", limit)
                .query((row, _) -> new Closing(
                        new Account(row.getString("account")), row.getString("currency"), PostgresBooks.totals(row)))
                .list();
    }

    /** What the month before left behind, and what was booked since. */
    private void writeDownBalances(YearMonth month, @Nullable YearMonth previous) {
        jdbc.sql("""
                        insert into ledger_period_balance
                            (month, account, currency, pending_debits, pending_credits, posted_debits, posted_credits)
                        select :month, account, currency, sum(pending_debits), sum(pending_credits), sum(posted_debits),
                            sum(posted_credits)
                        from (select account, currency, pending_debits, pending_credits, posted_debits, posted_credits
                                from ledger_period_balance where month = :previous
                            union all
                            select account, currency, pending_debits, pending_credits, posted_debits, posted_credits
                                from ledger_entry where at >= :from and at < :to) moved
                        group by account, currency
                        """)
                .param("month", month.atDay(1))
                .param("previous", (previous == null ? month : previous).atDay(1))
                .param("from", Columns.time(previous == null ? Instant.EPOCH : Period.endOf(previous)))
                .param("to", Columns.time(Period.endOf(month)))
                .update();
    }

    private static Period period(ResultSet row) throws SQLException {
        byte[] hash = row.getBytes("link_hash");
        return new Period(
                YearMonth.from(Objects.requireNonNull(row.getObject("month", LocalDate.class))),
                row.getString("closed_by"),
                Columns.instant(row, "closed_at"),
                hash == null ? null : new Period.Seal(row.getLong("link"), HEX.formatHex(hash)));
    }
}
