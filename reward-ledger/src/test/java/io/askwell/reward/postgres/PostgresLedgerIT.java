package io.askwell.reward.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import io.askwell.reward.domain.LedgerInMemory;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ReferralBuilder;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.ledger.RewardEntries;
import io.askwell.reward.domain.ledger.Totals;
import io.askwell.reward.domain.ledger.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** The database is the second witness: it refuses what the domain would never do. */
class PostgresLedgerIT {

    private static final ServiceDatabase DATABASE = SharedServers.freshDatabase("reward_ledger");
    private static final DriverManagerDataSource CONNECTIONS =
            new DriverManagerDataSource(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password());
    private static final JdbcClient JDBC = JdbcClient.create(CONNECTIONS);
    private static final Instant NOW = ReferralBuilder.WON_AT;
    private static final Account EXPENSE = Account.rewardExpense("default");

    private final PostgresLedger ledger = new PostgresLedger(JDBC);
    private final PostgresBooks books = new PostgresBooks(JDBC);
    private final String customer = UUID.randomUUID().toString();
    private final Account payable = Account.rewardsPayable("customer", customer);
    private UUID rewardId = new UUID(0, 0);

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(CONNECTIONS)
                .defaultSchema(DATABASE.user())
                .locations("classpath:db/transport", "classpath:db/migration")
                .load()
                .migrate();
    }

    /** A transfer belongs to a reward, and a reward to a referral; every test has its own. */
    @BeforeEach
    void recordAReward() {
        Referral referral = ReferralBuilder.wonReferral().id("R-" + customer).build();
        new PostgresReferrals(JDBC).keep(referral, NOW);
        PostgresRewards rewards = new PostgresRewards(JDBC, new RewardRows(new JsonMapper()));
        new LedgerInMemory().hear(referral, NOW).forEach(rewards::save);
        rewardId = rewards.ofReferral(referral.referralId()).getFirst().terms().rewardId();
    }

    @Test
    void appendingTheSameAgainChangesNothing() {
        RewardEntries held = held(25_000);
        append(held);
        append(held);

        assertThat(books.totals(payable)).containsEntry("USD", new Totals(0, 25_000, 0, 0));
        assertThat(books.statement(payable, 0, 10)).hasSize(1);
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        append(held(25_000));

        assertThatIllegalStateException().isThrownBy(() -> append(held(25_001)));
    }

    @Test
    void aHoldIsResolvedOnce() {
        append(held(25_000).post(List.of(), NOW));

        assertThatThrownBy(() -> append(held(25_000).voidHold(NOW)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("one_resolution_per_hold");
    }

    @Test
    void aResolutionNeedsItsHold() {
        List<Transfer> posted = held(25_000).post(List.of(), NOW).transfers();

        assertThatThrownBy(() -> ledger.append(posted.subList(1, 2)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("resolves no hold of its own");
    }

    @Test
    void aResolutionHasTheAmountOfItsHold() {
        append(held(25_000));
        List<Transfer> posted = held(24_000).post(List.of(), NOW).transfers();

        assertThatThrownBy(() -> ledger.append(posted.subList(1, 2)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("resolves no hold of its own");
    }

    @Test
    void aReversalNeedsWhatItReverses() {
        List<Transfer> reversed =
                held(25_000).post(List.of(), NOW).reverse(25_000, NOW).transfers();

        assertThatThrownBy(() -> ledger.append(reversed.subList(2, 3)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("reverses nothing of its own");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update transfer set amount_minor = 1", "delete from transfer", "truncate transfer cascade"})
    void theServiceMayNotChangeWhatIsWritten(String change) {
        append(held(25_000));

        assertThatThrownBy(() -> JDBC.sql(change).update()).hasStackTraceContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update transfer set amount_minor = 1", "delete from transfer", "truncate transfer cascade"})
    void evenTheOwnerWhoTakesTheRightBackMeetsTheTrigger(String change) {
        append(held(25_000));
        JDBC.sql("grant update, delete, truncate on transfer to current_user").update();
        try {
            assertThatThrownBy(() -> JDBC.sql(change).update())
                    .hasStackTraceContaining("transfers are never changed or removed");
        } finally {
            JDBC.sql("revoke update, delete, truncate on transfer from current_user")
                    .update();
        }
    }

    @Test
    void nothingIsApprovedWithoutAPerson() {
        assertThatThrownBy(() -> JDBC.sql("update reward set state = 'approved' where reward_id = :rewardId")
                        .param("rewardId", rewardId)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("check constraint");
    }

    private void append(RewardEntries entries) {
        ledger.append(entries.transfers());
    }

    private RewardEntries held(long amountMinor) {
        RewardEntries.Sides sides = new RewardEntries.Sides(
                EXPENSE, Account.payouts("default"), payable, Account.rewardsReceivable("customer", customer));
        return new RewardEntries(rewardId, "R-" + customer, sides, "USD", List.of())
                .hold(new Money(amountMinor, "USD"), NOW);
    }
}
