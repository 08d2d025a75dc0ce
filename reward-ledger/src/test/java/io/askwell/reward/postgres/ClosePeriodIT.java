package io.askwell.reward.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import io.askwell.reward.application.AnchorLedger;
import io.askwell.reward.application.ClosePeriod;
import io.askwell.reward.application.ClosePeriod.Outcome;
import io.askwell.reward.domain.LedgerInMemory;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ReferralBuilder;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Anchor;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.ledger.Period;
import io.askwell.reward.domain.ledger.RewardEntries;
import io.askwell.reward.domain.ledger.Totals;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A month that is closed stays as it is, and the books of a moment begin at the last one that was closed before. */
class ClosePeriodIT {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = OCTOBER.plusMonths(1);
    private static final Instant IN_OCTOBER = Instant.parse("2026-10-31T23:59:59.999999Z");
    private static final Instant IN_NOVEMBER = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant IN_DECEMBER = Instant.parse("2026-12-01T00:05:00Z");
    private static final Account EXPENSE = Account.rewardExpense("default");
    private static final Account PAYABLE = Account.rewardsPayable("customer", "C-100");

    private final ServiceDatabase database = SharedServers.freshDatabase("reward_ledger");
    private final DriverManagerDataSource connections =
            new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    private final JdbcClient jdbc = JdbcClient.create(connections);
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(connections));
    private final PostgresChain chain = new PostgresChain(jdbc);
    private final PostgresLedger ledger = new PostgresLedger(jdbc, chain);
    private final PostgresBooks books = new PostgresBooks(jdbc);
    private final PostgresPeriods periods = new PostgresPeriods(jdbc);
    private final List<Anchor> announced = new ArrayList<>();
    private final ClosePeriod closePeriod = new ClosePeriod(
            transactions,
            ledger,
            periods,
            chain,
            new AnchorLedger(
                    transactions, ledger, chain, new PostgresAnchors(jdbc), announced::add, Duration.ofHours(1)));
    private UUID rewardId = new UUID(0, 0);

    @BeforeEach
    void recordAReward() {
        Flyway.configure()
                .dataSource(connections)
                .defaultSchema(database.user())
                .locations("classpath:db/transport", "classpath:db/migration")
                .load()
                .migrate();
        Referral referral = ReferralBuilder.wonReferral().build();
        new PostgresReferrals(jdbc).keep(referral, IN_OCTOBER);
        PostgresRewards rewards = new PostgresRewards(jdbc, new RewardRows(new JsonMapper()));
        new LedgerInMemory().hear(referral, IN_OCTOBER).forEach(rewards::save);
        rewardId = rewards.ofReferral(referral.referralId()).getFirst().terms().rewardId();
    }

    @Test
    void whatEveryAccountHeldAtTheEndIsWrittenDownWithTheHeadOfTheChain() {
        append(held(IN_OCTOBER));

        Period closed = closed(closePeriod.close(OCTOBER, "fin", IN_DECEMBER));

        assertThat(closed.closedBy()).isEqualTo("fin");
        assertThat(chain.head().map(link -> new Period.Seal(link.position(), link.hash())))
                .contains(closed.head());
        assertThat(periods.balances(OCTOBER, null, 10))
                .extracting(closing -> closing.account().name() + " "
                        + closing.totals().pendingDebits() + " "
                        + closing.totals().pendingCredits())
                .containsExactly(PAYABLE + " 0 25000", EXPENSE + " 25000 0");
        assertThat(announced)
                .extracting(Anchor::hash)
                .containsExactly(Objects.requireNonNull(closed.head()).hash());
    }

    @Test
    void closingAgainAnswersTheSame() {
        append(held(IN_OCTOBER));
        Period closed = closed(closePeriod.close(OCTOBER, "fin", IN_DECEMBER));

        assertThat(closed(closePeriod.close(OCTOBER, "ann", IN_DECEMBER.plusSeconds(60))))
                .isEqualTo(closed);
        assertThat(periods.list(null, 10)).containsExactly(closed);
    }

    @Test
    void nothingIsBookedInAClosedMonthAnyMore() {
        closePeriod.close(OCTOBER, "fin", IN_DECEMBER);

        assertThatThrownBy(() -> append(held(IN_OCTOBER)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("the books are closed until");
        append(held(IN_NOVEMBER));
        assertThat(books.totals(PAYABLE)).containsEntry("USD", new Totals(0, 25_000, 0, 0));
    }

    @Test
    void aMonthIsNotClosedBeforeItsEndAndSaysWhenItCanBe() {
        assertThat(closePeriod.close(OCTOBER, "fin", IN_NOVEMBER.plusSeconds(299)))
                .isEqualTo(new Outcome.NotOver(IN_NOVEMBER.plusSeconds(300)));
        assertThat(periods.newest()).isEmpty();
    }

    @Test
    void anEarlierMonthWithTransfersIsClosedFirst() {
        append(held(IN_OCTOBER));

        assertThat(closePeriod.close(NOVEMBER, "fin", IN_DECEMBER)).isEqualTo(new Outcome.EarlierMonthIsOpen(OCTOBER));
        closed(closePeriod.close(OCTOBER, "fin", IN_DECEMBER));
        closed(closePeriod.close(NOVEMBER, "fin", IN_DECEMBER));
        assertThat(closePeriod.close(OCTOBER.minusMonths(1), "fin", IN_DECEMBER))
                .isEqualTo(new Outcome.LaterMonthIsClosed(NOVEMBER));
    }

    @Test
    void theBooksOfAMomentAreTheSameBeforeAndAfterTheMonthsWereClosed() {
        append(held(IN_OCTOBER));
        append(held(IN_OCTOBER).post(List.of(), IN_NOVEMBER));
        append(held(IN_OCTOBER).post(List.of(), IN_NOVEMBER).reverse(10_000, IN_DECEMBER));
        List<Instant> moments =
                List.of(IN_OCTOBER.minusSeconds(1), IN_OCTOBER, IN_NOVEMBER, IN_DECEMBER.minusSeconds(1), IN_DECEMBER);
        List<Object> before = moments.stream().map(this::booksAt).toList();

        closed(closePeriod.close(OCTOBER, "fin", IN_DECEMBER));
        closed(closePeriod.close(NOVEMBER, "fin", IN_DECEMBER));

        assertThat(moments.stream().map(this::booksAt).toList()).isEqualTo(before);
        assertThat(books.totalsAt(PAYABLE, IN_DECEMBER)).containsEntry("USD", new Totals(0, 0, 10_000, 25_000));
    }

    @Test
    void aStatementMayBeOfATimeOnly() {
        append(held(IN_OCTOBER).post(List.of(), IN_NOVEMBER));

        assertThat(books.statement(PAYABLE, IN_NOVEMBER, null, 0, 10))
                .extracting(entry -> entry.transfer().code().name())
                .containsExactly("REWARD");
        assertThat(books.statement(PAYABLE, null, IN_NOVEMBER, 0, 10))
                .extracting(entry -> entry.transfer().code().name())
                .containsExactly("REWARD_HOLD");
    }

    private Object booksAt(Instant moment) {
        return List.of(books.totalsAt(moment), books.totalsAt(PAYABLE, moment));
    }

    private static Period closed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Closed.class);
        return ((Outcome.Closed) outcome).period();
    }

    private void append(RewardEntries entries) {
        transactions.executeWithoutResult(_ -> {
            ledger.lock();
            ledger.append(entries.transfers());
        });
    }

    private RewardEntries held(Instant at) {
        RewardEntries.Sides sides = new RewardEntries.Sides(
                EXPENSE, Account.payouts("default"), PAYABLE, Account.rewardsReceivable("customer", "C-100"));
        return new RewardEntries(rewardId, "R-1", sides, "USD", List.of()).hold(new Money(25_000, "USD"), at);
    }
}
