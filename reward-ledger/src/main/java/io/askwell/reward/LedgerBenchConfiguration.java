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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The wiring of the benchmark: what books in the service, over a database of its own and without a broker. */
final class LedgerBenchConfiguration implements AutoCloseable {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
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

    /**
     * @param batches how many transfers a transaction holds, one size after the other
     * @param people how many decide at once
     * @param step is told what comes next
     */
    Map<String, Object> measured(List<Integer> batches, Duration time, int people, Consumer<String> step)
            throws ExecutionException, InterruptedException {
        LedgerBench bench = new LedgerBench(jdbc, transactions, ledger, new PostgresBooks(jdbc));
        step.accept("warming up");
        bench.append(batches.getLast(), WARM_UP);
        bench.analyze();
        Map<String, Object> report = new LinkedHashMap<>();
        List<Map<String, Object>> paces = new ArrayList<>();
        for (int batch : batches) {
            step.accept("appending " + batch + " transfers a transaction");
            paces.add(described(batch, bench.append(batch, time)));
        }
        report.put("appending", paces);
        step.accept("reading meanwhile");
        report.put("reads", bench.readsWhileAppending(batches.getFirst(), time));
        bench.analyze();
        step.accept(people + " people decide, together");
        DecideOnReward grouped = decisions(new AppenderTransactions(transactions, ledger));
        report.put("groupedDecisionsPerSecond", bench.decisionsPerSecond(grouped, people, time));
        step.accept(people + " people decide, each alone");
        DecideOnReward single = decisions(transactions);
        report.put("singleDecisionsPerSecond", bench.decisionsPerSecond(single, people, time));
        return report;
    }

    @Override
    public void close() {
        connections.close();
    }

    private static Map<String, Object> described(int batch, LedgerBench.Pace pace) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("batch", batch);
        described.put("transfers", pace.transfers());
        described.put("transactions", pace.transactions());
        described.put("transfersPerSecond", pace.perSecond());
        return described;
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
