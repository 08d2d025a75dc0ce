package io.askwell.attribution.postgres;

import io.askwell.attribution.application.Reports;
import io.askwell.attribution.domain.Proportion;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reports as one statement each. */
public final class PostgresReports implements Reports {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public PostgresReports(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public List<Completeness> completeness() {
        return jdbc.sql("""
                        with known as (
                            select channel,
                                   cardinality(claimants) > 0 as referrer,
                                   channel is not null as source_path,
                                   coalesce(introduction_basis <> 'unknown', false) as basis,
                                   owner is not null as owner,
                                   stage <> 'submitted' as status,
                                   disposition <> 'open' as outcome
                            from referral where not merged)
                        select channel, grouping(channel) as overall, count(*) as referrals,
                               count(*) filter (where referrer and source_path and basis and owner and status) as complete,
                               count(*) filter (where referrer) as referrer,
                               count(*) filter (where source_path) as source_path,
                               count(*) filter (where basis) as basis,
                               count(*) filter (where owner) as owner,
                               count(*) filter (where status) as status,
                               count(*) filter (where outcome) as outcome
                        from known
                        group by grouping sets ((), (channel))
                        having grouping(channel) = 1 or channel is not null
                        order by overall desc, channel
                        """).query((row, _) -> completeness(row)).list();
    }

    private static Completeness completeness(ResultSet row) throws SQLException {
        long referrals = row.getLong("referrals");
        return new Completeness(
                row.getString("channel"),
                new Proportion(row.getLong("complete"), referrals),
                new Proportion(row.getLong("referrer"), referrals),
                new Proportion(row.getLong("source_path"), referrals),
                new Proportion(row.getLong("basis"), referrals),
                new Proportion(row.getLong("owner"), referrals),
                new Proportion(row.getLong("status"), referrals),
                new Proportion(row.getLong("outcome"), referrals));
    }

    /** Of a lead the source that the CRM named last. Leads that nobody referred are known by what the CRM reports alone. */
    @Override
    public List<Conversion> conversions() {
        return Objects.requireNonNull(transactions.execute(_ -> {
            planForWholeTables();
            return conversionsOfAll();
        }));
    }

    /** Sessions are set to find rows by their keys (application.yaml); so a report would look up each of a million leads. */
    private void planForWholeTables() {
        jdbc.sql("""
                        select set_config('enable_seqscan', 'on', true), set_config('enable_hashjoin', 'on', true),
                               set_config('enable_mergejoin', 'on', true)
                        """).query().listOfRows();
    }

    private List<Conversion> conversionsOfAll() {
        return jdbc.sql("""
                        with lead as (
                            select bool_or(kind = 'submission') as referred,
                                   (array_agg(lower(content ->> 'crmSource') order by occurred_at desc, source, id)
                                       filter (where content ->> 'crmSource' is not null))[1] as crm_source,
                                   bool_or(kind = 'stage_report' and content ->> 'stage' = 'DEAL_WON') as won
                            from lead_fact join lead_record record using (referral_id)
                            group by record.survivor_id)
                        select case when referred then 'referral' else coalesce(crm_source, 'unknown') end as source,
                               referred, count(*) as leads, count(*) filter (where won) as won
                        from lead
                        group by 1, 2
                        order by referred desc, source
                        """)
                .query((row, _) -> new Conversion(
                        row.getString("source"),
                        row.getBoolean("referred"),
                        new Proportion(row.getLong("won"), row.getLong("leads"))))
                .list();
    }

    @Override
    public Backlog backlog() {
        Map<String, Long> byState = new HashMap<>();
        jdbc.sql("select attribution_state, count(*) from referral where not merged group by 1")
                .query(row -> {
                    byState.put(row.getString(1), row.getLong(2));
                });
        Map<String, Waiting> reviews = new HashMap<>();
        jdbc.sql("select kind, count(*), min(opened_at) as since from open_review group by kind")
                .query(row -> {
                    reviews.put(
                            Words.of(ReviewKind.valueOf(row.getString("kind"))),
                            new Waiting(
                                    row.getLong(2),
                                    row.getObject("since", OffsetDateTime.class).toInstant()));
                });
        long overdue = jdbc.sql("select count(*) from owner_task where status = 'ESCALATED' or due_at <= now()")
                .query(Long.class)
                .single();
        return new Backlog(byState, reviews, overdue);
    }
}
