package io.askwell.reward.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.server.Installation;
import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import io.askwell.reward.application.Books;
import io.askwell.reward.application.VerifyChain;
import io.askwell.reward.domain.ReferralBuilder;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.ChainCheck;
import io.askwell.reward.domain.ledger.ChainLink;
import io.askwell.reward.domain.ledger.Totals;
import io.askwell.reward.domain.ledger.Transfer;
import io.askwell.reward.domain.ledger.TransferCode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A process that books is killed before its writes and commits in turn; the books never show it. The build takes the time for
 * every third, another third at each stage; all of them: {@code -Daskwell.kills.every=1}.
 */
class KilledBookingIT {

    private static final int DONE = 0;
    private static final int EVERY = Integer.getInteger("askwell.kills.every", 3);

    private final ServiceDatabase killed = migrated();
    private final JdbcClient jdbc = JdbcClient.create(connections(killed));
    private final PostgresRewards rewards = new PostgresRewards(jdbc, new RewardRows(new JsonMapper()));
    private final PostgresStandings standings = new PostgresStandings(jdbc, new PostgresProfiles(jdbc));

    @Test
    void whereverABookingDiesTheBooksBalanceAndTheWorkGoesOn() throws Exception {
        int stages = new BookingProgram(connections(killed)).stages().size();
        int deaths = 0;
        for (int stage = 0; stage < stages; stage++) {
            int write = 1 + stage % EVERY;
            while (doStage(stage, write) == BookingProgram.KILLED) {
                assertBooksAreWhole();
                deaths++;
                write += EVERY;
            }
        }

        // A stage that books writes the reward, the transfers, the totals and the link, and announces it, before it
        // commits.
        assertThat(deaths * EVERY).isGreaterThan(5 * stages);
        assertBooksAreWhole();
        assertThat(transfers(jdbc).stream().map(Transfer::code)).contains(TransferCode.values());
        assertSameAsWithoutADeath();
        doEverythingAgain();
        assertSameAsWithoutADeath();
    }

    private int doStage(int stage, int lastWrite) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Installation.java(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BookingProgram.class.getName(),
                        killed.jdbcUrl(),
                        killed.user(),
                        killed.password(),
                        Integer.toString(stage),
                        Integer.toString(lastWrite))
                .inheritIO()
                .start();
        int end = process.waitFor();
        assertThat(end).isIn(DONE, BookingProgram.KILLED);
        return end;
    }

    private void assertBooksAreWhole() {
        Map<Account, Totals> summed = new HashMap<>();
        for (Transfer transfer : transfers(jdbc)) {
            transfer.changes().forEach(change -> summed.merge(change.account(), change.change(), Totals::plus));
        }
        PostgresBooks books = new PostgresBooks(jdbc);
        summed.forEach(
                (account, totals) -> assertThat(books.totals(account)).containsExactly(Map.entry("USD", totals)));
        books.totals().forEach((_, totals) -> assertThat(totals.postedDebits()).isEqualTo(totals.postedCredits()));
        assertThat(new VerifyChain(new PostgresChain(jdbc), books).verify())
                .isInstanceOf(ChainCheck.Finding.Whole.class);
        assertThat(rewardsThatDoNotAgree()).isZero();
        assertThat(standings.committedInQuarter("default", "USD", ReferralBuilder.WON_AT))
                .isEqualTo(committed());
    }

    private long committed() {
        return jdbc
                .sql("select reward_id from reward")
                .query((row, _) -> Columns.uuid(row, "reward_id"))
                .list()
                .stream()
                .mapToLong(id -> rewards.find(id).orElseThrow().committedMinor())
                .sum();
    }

    /** What was announced last is the state, and what was announced in all is what was booked. */
    private int rewardsThatDoNotAgree() {
        return jdbc.sql("""
                        select count(*) from reward
                        where state <> (select convert_from(value, 'UTF8') from outbox
                                where message_key = reward_id::text order by position desc limit 1)
                            or (select sum((headers ->> 'transfers')::int) from outbox where message_key = reward_id::text)
                                <> (select count(*) from transfer where transfer.reward_id = reward.reward_id)
                        """).query(Integer.class).single();
    }

    private void doEverythingAgain() {
        new BookingProgram(connections(killed)).stages().forEach(Runnable::run);
    }

    private void assertSameAsWithoutADeath() {
        ServiceDatabase other = migrated();
        new BookingProgram(connections(other)).stages().forEach(Runnable::run);
        JdbcClient undisturbed = JdbcClient.create(connections(other));

        assertThat(transfers(jdbc)).isEqualTo(transfers(undisturbed));
        assertThat(states(jdbc)).isEqualTo(states(undisturbed));
        assertThat(headHash(jdbc)).isEqualTo(headHash(undisturbed));
    }

    private static List<Transfer> transfers(JdbcClient jdbc) {
        return new PostgresBooks(jdbc)
                .transfers(null, null, 0, 1_000).stream()
                        .map(Books.Entry::transfer)
                        .toList();
    }

    private static SortedMap<String, String> states(JdbcClient jdbc) {
        SortedMap<String, String> states = new TreeMap<>();
        jdbc.sql("select reward_id, state from reward").query(row -> {
            states.put(row.getString("reward_id"), row.getString("state"));
        });
        return states;
    }

    private static String headHash(JdbcClient jdbc) {
        return new PostgresChain(jdbc).head().map(ChainLink::hash).orElseThrow();
    }

    private static ServiceDatabase migrated() {
        ServiceDatabase database = SharedServers.freshDatabase("reward_ledger");
        Flyway.configure()
                .dataSource(connections(database))
                .defaultSchema(database.user())
                .locations("classpath:db/transport", "classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    private static DataSource connections(ServiceDatabase database) {
        return new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    }
}
