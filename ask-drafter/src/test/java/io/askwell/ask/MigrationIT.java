package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Asks that were opened before a version of the tables are as good as those opened after it. */
class MigrationIT {

    private static final ServiceDatabase DATABASE = SharedServers.freshDatabase("ask_drafter");
    private static final DriverManagerDataSource CONNECTIONS =
            new DriverManagerDataSource(DATABASE.jdbcUrl(), DATABASE.user(), DATABASE.password());

    private final JdbcClient jdbc = JdbcClient.create(CONNECTIONS);

    @Test
    void anAskThatWaitedBeforeEscalationWasKnownWaitsSinceItCameBack() {
        migrate("1");
        jdbc.sql("insert into customer (customer_id) values ('C-1'), ('C-2')").update();
        insertAsk("C-1", "pending", "2026-10-01T10:00:00Z", "2026-10-09T08:30:00.000001Z");
        insertAsk("C-2", "declined", "2026-10-01T10:00:00Z", "2026-10-09T08:30:00Z");

        migrate("2");

        assertThat(jdbc.sql("select state ->> 'since' from ask where customer_id = 'C-1'")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-10-09T08:30:00.000001Z");
        assertThat(jdbc.sql("select customer_id from customer where look_again_at <= now()")
                        .query(String.class)
                        .list())
                .containsExactly("C-1");
    }

    private void insertAsk(String customerId, String status, String draftedAt, String returnedAt) {
        UUID askId = UUID.randomUUID();
        jdbc.sql("insert into ask (ask_id, customer_id, status, state) values (?, ?, ?, '{}')")
                .params(askId, customerId, status)
                .update();
        jdbc.sql("""
                        insert into ask_step (ask_id, number, kind, at, entry)
                        values (?, 1, 'DRAFTED', ?::timestamptz, '{}'), (?, 2, 'RETURNED', ?::timestamptz, '{}')
                        """).params(askId, draftedAt, askId, returnedAt).update();
    }

    private static void migrate(String target) {
        Flyway.configure()
                .dataSource(CONNECTIONS)
                .defaultSchema("ask_drafter")
                .locations("classpath:db/transport", "classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }
}
