package io.askwell.reward.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import io.askwell.reward.domain.LedgerInMemory;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ReferralBuilder;
import io.askwell.reward.domain.Reward;
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

    private final PostgresLedger ledger = new PostgresLedger(JDBC, new PostgresChain(JDBC));
    private final PostgresBooks books = new PostgresBooks(JDBC);
    private final String customer = UUID.randomUUID().toString();
    private final Account payable = Account.rewardsPayable("customer", customer);
    private final Account receivable = Account.rewardsReceivable("customer", customer);
    private UUID rewardId = new UUID(0, 0);
    private UUID otherRewardId = new UUID(0, 0);

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
        List<Reward> both = rewards.ofReferral(referral.referralId());
        rewardId = both.getFirst().terms().rewardId();
        otherRewardId = both.getLast().terms().rewardId();
    }

    @Test
    void appendingTheSameAgainChangesNothing() {
        RewardEntries held = held(25_000);
        append(held);
        append(held);

        assertThat(books.totals(payable)).containsEntry("USD", new Totals(0, 25_000, 0, 0));
        assertThat(books.statement(payable, null, null, 0, 10)).hasSize(1);
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

    @Test
    void inPartsNoMoreIsTakenBackThanWasPosted() {
        append(posted().reverse(20_000, NOW));

        assertThatThrownBy(() -> append(posted().reverse(20_000, NOW).reverse(5_001, NOW)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is reversed or settled");
        append(posted().reverse(20_000, NOW).reverse(5_000, NOW));
        assertThat(books.totals(payable)).containsEntry("USD", new Totals(0, 0, 25_000, 25_000));
    }

    @Test
    void whatIsPaidIsNotTakenBackByAReversal() {
        append(posted().payOut(NOW));

        assertThatThrownBy(() -> append(posted().reverse(1, NOW)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("more than what is owed");
    }

    @Test
    void noMoreIsWantedBackThanWasPosted() {
        append(posted().payOut(NOW).clawBack(20_000, NOW));

        assertThatThrownBy(
                        () -> append(posted().payOut(NOW).clawBack(20_000, NOW).clawBack(5_001, NOW)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is reversed or settled");
    }

    @Test
    void aClawbackNeedsWhatItWantsBack() {
        List<Transfer> wanted = posted().payOut(NOW).clawBack(1, NOW).transfers();

        assertThatThrownBy(() -> ledger.append(List.of(wanted.getLast())))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("wants nothing back of its own");
    }

    @Test
    void aDebtIsWhatNothingHasSettledYet() {
        RewardEntries.Debt whole = debtOf(10_000);
        RewardEntries settling = held(otherRewardId, 4_000).post(List.of(whole), NOW);
        append(settling);
        assertThat(ledger.debts(receivable, "USD")).containsExactly(new RewardEntries.Debt(whole.clawback(), 6_000));

        append(settling.reverse(1_000, NOW));
        assertThat(ledger.debts(receivable, "USD")).containsExactly(new RewardEntries.Debt(whole.clawback(), 7_000));
        assertThat(ledger.debts(receivable, "EUR")).isEmpty();
    }

    @Test
    void noMoreIsSettledThanIsWantedBack() {
        RewardEntries.Debt whole = debtOf(10_000);
        RewardEntries.Debt tooMuch = new RewardEntries.Debt(whole.clawback(), 10_001);

        assertThatThrownBy(() -> append(held(otherRewardId, 25_000).post(List.of(tooMuch), NOW)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is reversed or settled");
        append(held(otherRewardId, 25_000).post(List.of(whole), NOW));
        assertThat(ledger.debts(receivable, "USD")).isEmpty();
    }

    @Test
    void aSettlementNeedsItsClawback() {
        List<Transfer> settling = held(otherRewardId, 25_000)
                .post(List.of(new RewardEntries.Debt(otherRewardId, 1)), NOW)
                .transfers();

        assertThatThrownBy(() -> ledger.append(settling))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("settles no clawback");
    }

    @Test
    void aTransferIsOfAReward() {
        assertThatThrownBy(() -> append(held(new UUID(0, 1), 25_000)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is of no reward");
    }

    @Test
    void theSumsOfAMomentAreTheSumsOfWhatWasBookedByThen() {
        debtOf(10_000);
        append(held(otherRewardId, 4_000));

        assertThat(books.totalsAt(payable, NOW)).isEqualTo(books.totals(payable));
        assertThat(books.totalsAt(receivable, NOW)).isEqualTo(books.totals(receivable));
        assertThat(books.totalsAt(NOW)).isEqualTo(books.totals());
        assertThat(books.totalsAt(NOW.minusMillis(1))).isEmpty();
    }

    @Test
    void aListMayNameATransferTwiceButNotTwoWays() {
        Transfer hold = held(25_000).transfers().getFirst();
        Transfer other = held(25_001).transfers().getFirst();

        assertThatIllegalStateException().isThrownBy(() -> ledger.append(List.of(hold, other)));
        ledger.append(List.of(hold, hold));

        assertThat(books.totals(payable)).containsEntry("USD", new Totals(0, 25_000, 0, 0));
    }

    @Test
    void ofAListThatIsPartlyWrittenOnlyTheRestIsAdded() {
        append(held(25_000));
        append(posted());

        assertThat(books.totals(payable)).containsEntry("USD", new Totals(0, 0, 0, 25_000));
        assertThat(books.statement(payable, null, null, 0, 10)).hasSize(2);
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
                    .hasStackTraceContaining("transfer is only ever added to");
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

    private RewardEntries posted() {
        return held(25_000).post(List.of(), NOW);
    }

    private RewardEntries.Debt debtOf(long minor) {
        RewardEntries wanted = posted().payOut(NOW).clawBack(minor, NOW);
        append(wanted);
        return new RewardEntries.Debt(wanted.transfers().getLast().transferId(), minor);
    }

    private RewardEntries held(long amountMinor) {
        return held(rewardId, amountMinor);
    }

    private RewardEntries held(UUID reward, long amountMinor) {
        RewardEntries.Sides sides = new RewardEntries.Sides(EXPENSE, Account.payouts("default"), payable, receivable);
        return new RewardEntries(reward, "R-" + customer, sides, "USD", List.of())
                .hold(new Money(amountMinor, "USD"), NOW);
    }
}
