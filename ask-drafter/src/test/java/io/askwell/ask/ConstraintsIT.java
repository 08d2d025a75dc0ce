package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database as the second witness of what the domain promises. */
class ConstraintsIT {

    private static final ServiceDatabase DATABASE = SharedServers.freshDatabase("ask_drafter");
    private static final DriverManagerDataSource CONNECTIONS =
            new DriverManagerDataSource(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password());

    private final JdbcClient jdbc = JdbcClient.create(CONNECTIONS);

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(CONNECTIONS)
                .defaultSchema("ask_drafter")
                .locations("classpath:db/transport", "classpath:db/migration")
                .load()
                .migrate();
    }

    @Test
    void theDatabaseRefusesASecondOpenAsk() {
        insertAsk("first", "pending");
        insertAsk("first", "declined");

        assertThatThrownBy(() -> insertAsk("first", "approved"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ask_one_at_a_time");
    }

    @Test
    void theDatabaseRefusesASecondReleaseWithin90DaysAndNoLater() {
        Instant first = Instant.parse("2026-01-01T00:00:00Z");
        insertRelease(insertAsk("often", "released"), "often", first);
        insertRelease(insertAsk("other", "released"), "other", first.plusSeconds(1));
        insertRelease(insertAsk("often", "released"), "often", first.plusSeconds(90 * 86_400L));

        UUID tooSoon = insertAsk("often", "released");
        assertThatThrownBy(() -> insertRelease(tooSoon, "often", first.minusSeconds(90 * 86_400L - 1)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ask_release_cool_down");
    }

    @Test
    void theDatabaseRefusesToReleaseAnAskTwice() {
        UUID ask = insertAsk("twice", "released");
        insertRelease(ask, "twice", Instant.parse("2026-01-01T00:00:00Z"));

        assertThatThrownBy(() -> insertRelease(ask, "twice", Instant.parse("2027-01-01T00:00:00Z")))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ask_release_pkey");
    }

    private UUID insertAsk(String customer, String status) {
        UUID askId = UUID.randomUUID();
        jdbc.sql("insert into customer (customer_id) values (:customerId) on conflict do nothing")
                .param("customerId", customer)
                .update();
        jdbc.sql("""
                        insert into ask (ask_id, customer_id, status, state) values (:askId, :customerId, :status, '{}')
                        """)
                .param("askId", askId)
                .param("customerId", customer)
                .param("status", status)
                .update();
        return askId;
    }

    private void insertRelease(UUID askId, String customer, Instant at) {
        jdbc.sql("""
                        insert into ask_release (ask_id, customer_id, text_hash, approved_by, released_at)
                        values (:askId, :customerId, 'hash', 'rep-7', :at::timestamptz)
                        """)
                .param("askId", askId)
                .param("customerId", customer)
                .param("at", at.toString())
                .update();
    }
}
