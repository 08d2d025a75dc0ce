package io.askwell.reward;

import com.zaxxer.hikari.HikariDataSource;
import io.askwell.reward.application.Announcements;
import io.askwell.reward.application.AssessReferral;
import io.askwell.reward.application.BookSteps;
import io.askwell.reward.application.Cause;
import io.askwell.reward.application.DecideOnReward;
import io.askwell.reward.application.Observer;
import io.askwell.reward.domain.Decision;
import io.askwell.reward.domain.Step;
import io.askwell.reward.postgres.AppenderTransactions;
import io.askwell.reward.postgres.LedgerBench;
import io.askwell.reward.postgres.PostgresBooks;
import io.askwell.reward.postgres.PostgresChain;
import io.askwell.reward.postgres.PostgresLedger;
import io.askwell.reward.postgres.PostgresRewards;
import io.askwell.reward.postgres.RewardRows;
import io.askwell.transport.event.CloudEventHeaders;
import io.askwell.transport.outbox.Outbox;
import io.askwell.transport.outbox.OutboxRecord;
import io.askwell.transport.outbox.OutboxRows;
import io.askwell.transport.outbox.OutboxWakeups;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The wiring of the benchmark: what books in the service, over a database of its own and without a broker. */
final class LedgerBenchConfiguration implements AutoCloseable {

    private static final int CONNECTIONS = 12;
    private static final int OUTBOX_PARTITIONS = 2;
    private static final int USUAL_EVENT = 600;

    private final HikariDataSource connections = new HikariDataSource();
    private final JdbcClient jdbc = JdbcClient.create(connections);
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(connections));
    private final PostgresLedger ledger = new PostgresLedger(jdbc, new PostgresChain(jdbc));

    LedgerBenchConfiguration(String jdbcUrl, String user, String password) {
        connections.setJdbcUrl(jdbcUrl);
        connections.setUsername(user);
        connections.setPassword(password);
        connections.setMaximumPoolSize(CONNECTIONS);
        Flyway.configure()
                .dataSource(connections)
                .defaultSchema(user)
                .locations("classpath:db/transport", "classpath:db/migration")
                .load()
                .migrate();
    }

    LedgerBench bench() {
        return new LedgerBench(jdbc, transactions, ledger, new PostgresBooks(jdbc));
    }

    /** As people decide in the service. */
    DecideOnReward groupedDecisions() {
        return decisions(new AppenderTransactions(transactions, ledger));
    }

    /** Each decision in a transaction of its own, to tell what the group commit gives. */
    DecideOnReward singleDecisions() {
        return decisions(transactions);
    }

    @Override
    public void close() {
        connections.close();
    }

    private DecideOnReward decisions(TransactionOperations how) {
        PostgresRewards rewards = new PostgresRewards(jdbc, new RewardRows(new JsonMapper()));
        BookSteps steps = new BookSteps(rewards, ledger, announcements(), new Unwatched());
        return new DecideOnReward(how, ledger, rewards, steps, new Unwatched());
    }

    /** Records of the usual size, which nobody publishes. */
    private Announcements announcements() {
        OutboxRows rows = new OutboxRows(jdbc, "ledger-bench");
        Outbox outbox = new Outbox(rows, new OutboxWakeups(OUTBOX_PARTITIONS));
        return (step, cause) -> outbox.append(record(step, cause));
    }

    private static OutboxRecord record(Step step, Cause cause) {
        String id = step.after().terms().rewardId().toString();
        CloudEventHeaders headers = new CloudEventHeaders(id, "askwell/ledger-bench", "bench", cause.recordedAt());
        return new OutboxRecord("bench", step.after().terms().key().referralId(), new byte[USUAL_EVENT], headers);
    }

    private record Unwatched() implements Observer {

        @Override
        public void stepped(Step step) {}

        @Override
        public void assessed(AssessReferral.Outcome outcome) {}

        @Override
        public void refused(Decision decision) {}
    }
}
