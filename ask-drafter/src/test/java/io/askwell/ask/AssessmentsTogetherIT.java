package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.application.ApplyAssessments;
import io.askwell.ask.application.CustomerReviews;
import io.askwell.ask.domain.Drafter;
import io.askwell.ask.domain.Given;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Concern;
import io.askwell.ask.domain.customer.Readiness;
import io.askwell.ask.domain.draft.Holidays;
import io.askwell.ask.postgres.PostgresAsks;
import io.askwell.ask.postgres.PostgresCustomers;
import io.askwell.ask.postgres.PostgresHeldBackOpportunities;
import io.askwell.local.server.SharedServers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is applied together comes out as if it had been applied one after another, also where a customer comes more than once. */
class AssessmentsTogetherIT {

    private static final int ASSESSMENTS = 240;
    private static final int CUSTOMERS = 12;
    private static final int LARGEST_BATCH = 40;
    private static final Instant NOW = Given.PRAISE.at().plusSeconds(60);

    private record Said(String customerId, Assessment assessment) {}

    @Test
    void aBatchComesOutAsItsAssessmentsOneAfterAnother() {
        Random random = new Random(11);
        List<Said> said = new ArrayList<>();
        for (int number = 0; number < ASSESSMENTS; number++) {
            said.add(new Said("C-" + random.nextInt(CUSTOMERS), assessment(random)));
        }
        Site alone = new Site();
        Site together = new Site();

        said.forEach(each -> alone.apply(List.of(each)));
        for (int next = 0; next < said.size(); ) {
            int end = Math.min(said.size(), next + 1 + random.nextInt(LARGEST_BATCH));
            together.apply(said.subList(next, end));
            next = end;
        }

        assertThat(together.customers()).isNotEmpty().isEqualTo(alone.customers());
        assertThat(together.asks()).isNotEmpty().isEqualTo(alone.asks());
        assertThat(alone.asks().stream().map(ask -> ask.get("status")).distinct())
                .contains("pending", "withdrawn");
    }

    private static Assessment assessment(Random random) {
        return random.nextInt(4) == 0
                ? Given.assessment()
                        .decision(Readiness.HOLD)
                        .concerns(List.of(new Concern("complaint", NOW, null, List.of("desk/" + random.nextInt(100)))))
                        .build()
                : Given.assessment().build();
    }

    private static final class Site {

        private final DriverManagerDataSource connections = migrated();
        private final JdbcClient jdbc = JdbcClient.create(connections);
        private final TransactionTemplate transactions =
                new TransactionTemplate(new JdbcTransactionManager(connections));
        private final PostgresCustomers customers = new PostgresCustomers(jdbc);
        private int opened;
        private final ApplyAssessments applyAssessments = new ApplyAssessments(
                customers,
                new CustomerReviews(
                        new Drafter(Given.POLICY, Holidays.NONE),
                        () -> new UUID(0, ++opened).toString(),
                        customers,
                        new PostgresAsks(jdbc),
                        new PostgresHeldBackOpportunities(jdbc),
                        _ -> true,
                        new DeliverySite.Silence(),
                        new DeliverySite.Silence()),
                () -> NOW);

        void apply(List<Said> said) {
            transactions.executeWithoutResult(_ -> {
                var batch = applyAssessments.about(
                        said.stream().map(Said::customerId).toList());
                said.forEach(each -> batch.apply(each.customerId(), each.assessment()));
                batch.save();
            });
        }

        List<Map<String, @Nullable Object>> customers() {
            return jdbc.sql(
                            "select customer_id, assessment::text, look_again_at, has_unread_assessment from customer order by 1")
                    .query()
                    .listOfRows();
        }

        List<Map<String, @Nullable Object>> asks() {
            return jdbc.sql("select ask_id, customer_id, status, state::text from ask order by 1")
                    .query()
                    .listOfRows();
        }

        private static DriverManagerDataSource migrated() {
            var database = SharedServers.freshDatabase("ask_drafter");
            var connections = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
            Flyway.configure()
                    .dataSource(connections)
                    .defaultSchema(database.user())
                    .locations("classpath:db/transport", "classpath:db/migration")
                    .load()
                    .migrate();
            return connections;
        }
    }
}
