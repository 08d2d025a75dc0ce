package io.askwell.reward.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.local.server.DatabaseServer;
import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import io.askwell.reward.application.VerifyChain;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.ChainCheck;
import io.askwell.reward.domain.ledger.ChainLink;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.ledger.RewardEntries;
import io.askwell.reward.domain.ledger.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever changes what is written, with whatever rights, breaks the chain where he did it. */
class PostgresChainIT {

    private static final Instant NOW = Instant.parse("2026-10-09T08:00:00.123456Z");
    private static final int APPENDERS = 6;

    private final ServiceDatabase database = SharedServers.freshDatabase("reward_ledger");
    private final DriverManagerDataSource connections =
            new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    private final JdbcClient jdbc = JdbcClient.create(connections);
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(connections));
    private final PostgresChain chain = new PostgresChain(jdbc);
    private final PostgresLedger ledger = new PostgresLedger(jdbc, chain);
    private final VerifyChain verifyChain = new VerifyChain(chain, new PostgresBooks(jdbc));

    @BeforeEach
    void migrate() {
        flyway().load().migrate();
    }

    @Test
    void nothingBookedIsAWholeChain() {
        assertThat(verifyChain.verify()).isEqualTo(new ChainCheck.Finding.Whole(0, 0, null));
    }

    @Test
    void everyAppendAddsALinkThatContinuesTheOneBefore() {
        append(1);
        append(2);
        append(2);

        List<ChainLink> links = chain.links(0, 10);
        assertThat(links).hasSize(2);
        assertThat(links.getFirst().previousHash()).isEqualTo(ChainLink.BEGINNING);
        assertThat(links.getLast().previousHash()).isEqualTo(links.getFirst().hash());
        assertThat(links.getLast().transfers()).isEqualTo(2);
        assertThat(verifyChain.verify()).isEqualTo(new ChainCheck.Finding.Whole(2, 3, links.getLast()));
    }

    @Test
    void appendersAtTheSameTimeMakeOneChain() {
        List<Future<?>> appended;
        try (ExecutorService appenders = Executors.newFixedThreadPool(APPENDERS)) {
            appended = IntStream.range(0, 10 * APPENDERS)
                    .<Future<?>>mapToObj(number -> appenders.submit(() -> append(number)))
                    .toList();
        }

        assertThat(appended).allMatch(future -> future.state() == Future.State.SUCCESS);
        assertThat(verifyChain.verify())
                .isInstanceOfSatisfying(
                        ChainCheck.Finding.Whole.class,
                        whole -> assertThat(whole.links()).isEqualTo(10 * APPENDERS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update transfer set amount_minor = amount_minor + 1 where position = 3",
                "update transfer set at = at + interval '1 microsecond' where position = 3",
                "update transfer set credit = 'customer:mallory:rewards-payable' where position = 3",
                "delete from transfer where position = 3",
                "update ledger_link set transfers = 1 where position = 2"
            })
    void aChangedTransferIsFoundWithItsLink(String change) {
        appendThree();

        tamper(change);

        assertThat(verifyChain.verify())
                .isEqualTo(new ChainCheck.Finding.Broken(2, ChainCheck.Reason.TRANSFERS_DIFFER));
    }

    @Test
    void aLinkThatIsMadeAnewNoLongerLeadsToTheNext() {
        appendThree();

        tamper("update ledger_link set hash = sha256('other') where position = 2");

        assertThat(verifyChain.verify())
                .isEqualTo(new ChainCheck.Finding.Broken(2, ChainCheck.Reason.TRANSFERS_DIFFER));
        tamper("delete from ledger_link where position = 2");
        assertThat(verifyChain.verify())
                .isEqualTo(new ChainCheck.Finding.Broken(2, ChainCheck.Reason.DOES_NOT_CONTINUE));
    }

    @Test
    void aTransferThatNoLinkKnowsIsFound() {
        appendThree();

        tamper("""
                insert into transfer (transfer_id, debit, credit, amount_minor, currency, code, reward_id, referral_id, at)
                select gen_random_uuid(), debit, credit, 1, currency, code, reward_id, referral_id, at from transfer where position = 1
                """);

        assertThat(verifyChain.verify())
                .isEqualTo(new ChainCheck.Finding.Broken(4, ChainCheck.Reason.UNSEALED_TRANSFERS));
    }

    @Test
    void theDatabaseRefusesALinkThatContinuesNothing() {
        appendThree();

        assertThatThrownBy(() -> jdbc.sql("""
                                insert into ledger_link select position + 2, sha256('a'), sha256('b'), last_transfer + 1,
                                    last_transfer + 1, 1, at from ledger_link where position = 3
                                """).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("does not continue the chain");
    }

    @Test
    void transfersOfAnEarlierVersionBecomeTheFirstLink() {
        ServiceDatabase older = SharedServers.freshDatabase("reward_ledger");
        connections.setUrl(older.jdbcUrl());
        flyway().target("4").load().migrate();
        held(1).forEach(this::insertAsBefore);
        held(2).forEach(this::insertAsBefore);

        migrate();
        append(3);

        assertThat(chain.links(0, 10)).hasSize(2);
        assertThat(verifyChain.verify()).isInstanceOf(ChainCheck.Finding.Whole.class);
    }

    private void appendThree() {
        append(1);
        append(2);
        append(3);
        assertThat(verifyChain.verify()).isInstanceOf(ChainCheck.Finding.Whole.class);
    }

    private void append(int number) {
        transactions.executeWithoutResult(_ -> {
            ledger.lock();
            List<Transfer> held = held(number);
            recordReward(held.getFirst());
            ledger.append(number == 2 ? posted(number) : held);
        });
    }

    private static List<Transfer> held(int number) {
        return entries(number).transfers();
    }

    private static List<Transfer> posted(int number) {
        return entries(number).post(List.of(), NOW).transfers();
    }

    private static RewardEntries entries(int number) {
        RewardEntries.Sides sides = new RewardEntries.Sides(
                Account.rewardExpense("default"),
                Account.payouts("default"),
                Account.rewardsPayable("customer", "Ærø-" + number),
                Account.rewardsReceivable("customer", "Ærø-" + number));
        return new RewardEntries(new UUID(0, number), "R-" + number, sides, "USD", List.of())
                .hold(new Money(25_000, "USD"), NOW);
    }

    private void recordReward(Transfer transfer) {
        jdbc.sql("""
                        insert into referral (referral_id, as_of, attribution, open_reviews, basis_known, correlation_id,
                            blocks_payable)
                        values (:referralId, now(), 'unclaimed', '{}', true, 'ask-1', false)
                        on conflict do nothing
                        """).param("referralId", transfer.referralId()).update();
        jdbc.sql("""
                        insert into reward (reward_id, referral_id, rule, role, ordinal, program, policy_version, policy_hash, form,
                            amount_minor, currency, won_at, hold_until, proposed_at, correlation_id, state, reasons, approvals)
                        values (:rewardId, :referralId, 'rule', 'referrer', 1, 'default', '1', 'hash', 'credit', 25000, 'USD', now(),
                            now(), now(), 'ask-1', 'not_eligible', '[1]', '[]')
                        on conflict do nothing
                        """)
                .param("rewardId", transfer.rewardId())
                .param("referralId", transfer.referralId())
                .update();
    }

    private void insertAsBefore(Transfer transfer) {
        recordReward(transfer);
        jdbc.sql("""
                        insert into transfer (transfer_id, debit, credit, amount_minor, currency, code, reward_id, referral_id, at)
                        values (:transferId, :debit, :credit, 25000, 'USD', 'REWARD_HOLD', :rewardId, :referralId, :at)
                        """)
                .param("transferId", transfer.transferId())
                .param("debit", transfer.debit().name())
                .param("credit", transfer.credit().name())
                .param("rewardId", transfer.rewardId())
                .param("referralId", transfer.referralId())
                .param("at", Columns.time(transfer.at()))
                .update();
    }

    /** As the owner of the whole server, whom neither grants nor triggers stop. */
    private void tamper(String change) {
        DriverManagerDataSource owner = new DriverManagerDataSource(
                database.jdbcUrl() + "?currentSchema=" + database.user(),
                DatabaseServer.OWNER,
                SharedServers.database().ownerPassword());
        new TransactionTemplate(new DataSourceTransactionManager(owner)).executeWithoutResult(_ -> {
            JdbcClient anything = JdbcClient.create(owner);
            anything.sql("set local session_replication_role = replica").update();
            assertThat(anything.sql(change).update()).isEqualTo(1);
        });
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(connections)
                .defaultSchema(database.user())
                .locations("classpath:db/transport", "classpath:db/migration");
    }
}
