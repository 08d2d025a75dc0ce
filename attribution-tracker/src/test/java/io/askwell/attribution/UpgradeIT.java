package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was stored before a version of the tables is found in it. */
class UpgradeIT {

    private record Use(String linkCode, String id, String clickId) {}

    private final ServiceDatabase database = SharedServers.freshDatabase("attribution_tracker");
    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));

    @Test
    void submissionsOfBeforeAreFoundByTheLinksThatTheyName() {
        migration().target("2").load().migrate();
        jdbc.sql("""
                        insert into lead_record (referral_id, survivor_id, recorded_at)
                        values ('00000000-0000-0000-0000-000000000007', '00000000-0000-0000-0000-000000000007', now())
                        """).update();
        store("1", "[{\"kind\": \"LINK\", \"id\": \"L-1\"}, {\"kind\": \"LINK\", \"id\": \"L-2\"}]");
        store("2", "[{\"kind\": \"CUSTOMER\", \"id\": \"C-100\"}]");
        store("3", "[{\"kind\": \"LINK\", \"id\": \"L-1\"}]");
        store("4", "[{\"kind\": \"LINK\", \"id\": \"%s\"}]".formatted("L".repeat(256)));

        migration().load().migrate();

        assertThat(uses())
                .containsExactly(new Use("L-1", "1", "k-1"), new Use("L-1", "3", "k-3"), new Use("L-2", "1", "k-1"));
    }

    private void store(String id, String referrers) {
        jdbc.sql("""
                        insert into lead_fact (source, id, referral_id, kind, occurred_at, content, recorded_at)
                        values ('form', :id, '00000000-0000-0000-0000-000000000007', 'submission', now(), :content::jsonb, now())
                        """)
                .param("id", id)
                .param("content", """
                        {"referrers": %s, "sourcePath": {"channel": "LINK", "clickId": "k-%s"}}""".formatted(referrers, id))
                .update();
    }

    private List<Use> uses() {
        return jdbc.sql("select link_code, id, click_id from lead_link order by link_code, id")
                .query((row, _) -> new Use(row.getString("link_code"), row.getString("id"), row.getString("click_id")))
                .list();
    }

    private FluentConfiguration migration() {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/transport", "classpath:db/migration")
                .defaultSchema("attribution_tracker");
    }
}
