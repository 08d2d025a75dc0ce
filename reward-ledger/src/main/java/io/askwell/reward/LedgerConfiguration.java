package io.askwell.reward;

import io.askwell.reward.application.AnchorLedger;
import io.askwell.reward.application.ClosePeriod;
import io.askwell.reward.application.VerifyChain;
import io.askwell.reward.domain.rule.Program;
import io.askwell.reward.http.ChainController;
import io.askwell.reward.http.LedgerController;
import io.askwell.reward.http.PeriodController;
import io.askwell.reward.kafka.OutboxAnchors;
import io.askwell.reward.postgres.AppenderTransactions;
import io.askwell.reward.postgres.PostgresAnchors;
import io.askwell.reward.postgres.PostgresBooks;
import io.askwell.reward.postgres.PostgresChain;
import io.askwell.reward.postgres.PostgresLedger;
import io.askwell.reward.postgres.PostgresPeriods;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.http.IdempotentCommands;
import io.askwell.transport.inbox.CommandInbox;
import io.askwell.transport.outbox.Outbox;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.support.TransactionOperations;

/** The wiring of the ledger itself: who appends, what seals it, and who reads it. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    /** The transactions of people's commands; every other one is the caller's own. */
    static final String APPENDER = "appender";

    @Bean
    PostgresChain chain(JdbcClient jdbc) {
        return new PostgresChain(jdbc);
    }

    @Bean
    PostgresLedger ledger(JdbcClient jdbc, PostgresChain chain) {
        return new PostgresLedger(jdbc, chain);
    }

    @Bean
    PostgresBooks books(JdbcClient jdbc) {
        return new PostgresBooks(jdbc);
    }

    /** Asked for by name only: readers of topics have batches of their own. */
    @Bean(name = APPENDER, defaultCandidate = false)
    AppenderTransactions appender(TransactionOperations transactions, PostgresLedger ledger) {
        return new AppenderTransactions(transactions, ledger);
    }

    /** Commands with a key share the transaction with those that have none. */
    @Bean
    @Primary
    CommandInbox groupedCommands(JdbcClient jdbc, @Qualifier(APPENDER) TransactionOperations appender) {
        return new CommandInbox(jdbc, appender);
    }

    @Bean
    PostgresAnchors anchors(JdbcClient jdbc) {
        return new PostgresAnchors(jdbc);
    }

    @Bean
    AnchorLedger anchorLedger(
            TransactionOperations transactions,
            PostgresLedger ledger,
            PostgresChain chain,
            PostgresAnchors anchors,
            Outbox outbox,
            AvroSerdes serdes,
            Program program,
            @Value("${askwell.anchor-every}") Duration pause) {
        OutboxAnchors announcements =
                new OutboxAnchors(outbox, serdes.serializer(TopicCatalogue.REWARDS), program.stamp());
        return new AnchorLedger(transactions, ledger, chain, anchors, announcements, pause);
    }

    @Bean
    SchedulingConfigurer passingAnchors(
            AnchorLedger anchorLedger, InstantSource clock, @Value("${askwell.mature-every}") Duration pause) {
        return tasks -> tasks.addFixedDelayTask(() -> anchorLedger.anchorDue(clock.instant()), pause);
    }

    @Bean
    PostgresPeriods periods(JdbcClient jdbc) {
        return new PostgresPeriods(jdbc);
    }

    @Bean
    PeriodController periodController(
            @Qualifier(APPENDER) TransactionOperations transactions,
            PostgresLedger ledger,
            PostgresPeriods periods,
            PostgresChain chain,
            AnchorLedger anchorLedger,
            IdempotentCommands commands,
            InstantSource clock) {
        return new PeriodController(
                periods, new ClosePeriod(transactions, ledger, periods, chain, anchorLedger), commands, clock);
    }

    @Bean
    LedgerController ledgerController(PostgresBooks books, InstantSource clock) {
        return new LedgerController(books, clock);
    }

    @Bean
    ChainController chainController(PostgresChain chain, PostgresAnchors anchors, PostgresBooks books) {
        return new ChainController(chain, anchors, new VerifyChain(chain, books));
    }
}
