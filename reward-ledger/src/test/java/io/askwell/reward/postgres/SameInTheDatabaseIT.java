package io.askwell.reward.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import io.askwell.reward.domain.CustomerProfile;
import io.askwell.reward.domain.LedgerInMemory;
import io.askwell.reward.domain.Programs;
import io.askwell.reward.domain.RandomSteps;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ReferralBuilder;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.Segment;
import io.askwell.reward.domain.Step;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.payout.PayoutBatch;
import io.askwell.reward.domain.rule.Program;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What the database says of a random history is what the domain says: rewards, standings, debts, and the totals of the accounts. */
class SameInTheDatabaseIT {

    private static final int STEPS = 1_500;
    private static final ServiceDatabase DATABASE = SharedServers.freshDatabase("reward_ledger");
    private static final SingleConnectionDataSource CONNECTION =
            new SingleConnectionDataSource(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password(), true);
    private static final JdbcClient JDBC = JdbcClient.create(CONNECTION);

    private final Program program = Programs.DEFAULT;
    private final PostgresReferrals referrals = new PostgresReferrals(JDBC);
    private final PostgresRewards rewards = new PostgresRewards(JDBC, new RewardRows(new JsonMapper()));
    private final PostgresProfiles profiles = new PostgresProfiles(JDBC);
    private final PostgresStandings standings = new PostgresStandings(JDBC, profiles);
    private final PostgresLedger ledger = new PostgresLedger(JDBC, new PostgresChain(JDBC));
    private final PostgresPayouts payouts = new PostgresPayouts(JDBC);
    private final PostgresBooks books = new PostgresBooks(JDBC);
    private final LedgerInMemory memory = new LedgerInMemory(this::book);
    private Instant now = ReferralBuilder.WON_AT;

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(CONNECTION)
                .defaultSchema(DATABASE.user())
                .locations("classpath:db/transport", "classpath:db/migration")
                .load()
                .migrate();
    }

    @Test
    void theDatabaseAgreesWithTheDomainAboutAWholeRandomHistory() {
        profiles.keep(ReferralBuilder.BOB.id(), new CustomerProfile(Segment.ENTERPRISE, null), now);
        memory.isKnownAs(ReferralBuilder.BOB, Segment.ENTERPRISE);
        Random random = new Random(42);
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(60)));
            RandomSteps.take(memory, random, now);
            if (step % 50 == 0) {
                assertSame();
            }
        }
        assertSame();
    }

    private void book(List<Step> steps) {
        for (Step step : steps) {
            Referral referral = memory.referral(step.after().terms().key().referralId());
            referrals.keep(referral, now);
            if (step.after() instanceof Reward.InPayout inPayout) {
                keepBatch(inPayout.batchId());
            }
            rewards.save(step);
        }
        ledger.append(steps.stream().flatMap(step -> step.transfers().stream()).toList());
    }

    private void keepBatch(UUID batchId) {
        if (payouts.find(batchId).isEmpty()) {
            payouts.add(new PayoutBatch(batchId, "USD", "fin", now, List.of(), List.of()));
        }
    }

    private void assertSame() {
        for (Reward reward : memory.rewards()) {
            assertThat(rewards.find(reward.terms().rewardId())).contains(reward);
            Referral referral = memory.referral(reward.terms().key().referralId());
            assertThat(standings.of(referral, program.name(), program.currencyOf(referral)))
                    .isEqualTo(memory.standing(referral));
            if (reward instanceof Reward.Approved approved) {
                Account receivable = approved.entries().sides().receivable();
                assertThat(ledger.debts(receivable, approved.terms().amount().currency()))
                        .isEqualTo(memory.debts(approved));
            }
        }
        memory.totals()
                .forEach((account, totals) ->
                        assertThat(books.totals(account)).as(account.name()).isEqualTo(totals));
    }
}
