package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.application.ApplyAssessment;
import io.askwell.ask.application.CustomerReviews;
import io.askwell.ask.application.Customers;
import io.askwell.ask.domain.Given;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** One at a time, with many at work at once. */
class OneOpenAskIT {

    private static final int CUSTOMERS = 40;
    private static final int THREADS = 8;

    private final RunningDrafter drafter = RunningDrafter.shared();
    private final JdbcClient jdbc = drafter.bean(JdbcClient.class);
    private final String prefix = "C-" + UUID.randomUUID() + "-";

    @Test
    void eightWhoAssessTheSameCustomersAtOnceOpenOneAskForEach() throws Exception {
        var apply = new ApplyAssessment(
                drafter.bean(Customers.class),
                drafter.bean(CustomerReviews.class),
                InstantSource.fixed(Given.PRAISE.at()));
        var transactions = drafter.bean(TransactionOperations.class);
        Callable<Void> everybodyOnce = () -> {
            var order = new Random();
            order.ints(CUSTOMERS * 3, 0, CUSTOMERS)
                    .forEach(customer -> transactions.executeWithoutResult(_ ->
                            apply.apply(prefix + customer, Given.assessment().build())));
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var done : threads.invokeAll(
                    IntStream.range(0, THREADS).mapToObj(_ -> everybodyOnce).toList())) {
                done.get();
            }
        }

        List<Integer> drafted = jdbc.sql("""
                        select count(*) from ask_step join ask using (ask_id)
                        where customer_id like :prefix || '%' and kind = 'DRAFTED' group by customer_id
                        """)
                .param("prefix", prefix)
                .query((row, _) -> row.getInt(1))
                .list();
        assertThat(drafted).isNotEmpty().containsOnly(1);
    }
}
