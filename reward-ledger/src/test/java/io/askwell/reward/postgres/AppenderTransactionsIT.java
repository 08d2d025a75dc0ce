package io.askwell.reward.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import io.askwell.transport.event.Traceparent;
import io.askwell.transport.metrics.OnceCommitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Many who book at once share a transaction, and none of them can tell. */
class AppenderTransactionsIT {

    private static final int CALLERS = 8;

    private final ServiceDatabase database = SharedServers.freshDatabase("reward_ledger");
    private final DriverManagerDataSource connections =
            new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
    private final JdbcClient jdbc = JdbcClient.create(connections);
    private final TransactionTemplate plain = new TransactionTemplate(new DataSourceTransactionManager(connections));
    private final PostgresLedger ledger = new PostgresLedger(jdbc, new PostgresChain(jdbc));
    private final AppenderTransactions appender = new AppenderTransactions(plain, ledger);

    @BeforeEach
    void createATable() {
        jdbc.sql(
                        "create table written (number integer primary key, transaction text not null default pg_current_xact_id()::text)")
                .update();
    }

    @Test
    void whoWaitsWhileAnotherBooksSharesTheNextTransaction() throws Exception {
        List<Future<Integer>> answers = whileSomebodyBooks(this::write);

        assertThat(answers.stream().map(Future::resultNow)).containsExactlyElementsOf(numbers());
        assertThat(transactionsOf("number < 100")).hasSize(1);
    }

    @Test
    void oneThatFailsHarmsNoOther() throws Exception {
        List<Future<Integer>> answers = whileSomebodyBooks(number -> {
            write(number);
            if (number == 3) {
                throw new IllegalArgumentException("three");
            }
            return number;
        });

        assertThat(answers.get(3).exceptionNow()).isInstanceOf(IllegalArgumentException.class);
        assertThat(answers)
                .filteredOn(answer -> answer.state() == Future.State.SUCCESS)
                .hasSize(CALLERS - 1);
        assertThat(jdbc.sql("select number from written where number < 100 order by number")
                        .query(Integer.class)
                        .list())
                .containsExactlyElementsOf(
                        numbers().stream().filter(number -> number != 3).toList());
    }

    @Test
    void oneThatBreaksTheTransactionAndHidesItHarmsNoOther() throws Exception {
        List<Future<Integer>> answers = whileSomebodyBooks(number -> {
            if (number == 3) {
                try {
                    plain.executeWithoutResult(
                            _ -> jdbc.sql("select 1 / 0").query(Integer.class).single());
                } catch (RuntimeException hidden) {
                    return -1;
                }
            }
            return write(number);
        });

        assertThat(answers.get(3).state()).isEqualTo(Future.State.FAILED);
        assertThat(answers)
                .filteredOn(answer -> answer.state() == Future.State.SUCCESS)
                .hasSize(CALLERS - 1);
    }

    @Test
    void whatIsDoneTwiceIsCountedOnce() throws Exception {
        AtomicInteger counted = new AtomicInteger();

        whileSomebodyBooks(number -> {
            OnceCommitted.count(counted::incrementAndGet);
            write(number);
            if (number == 3) {
                throw new IllegalArgumentException("three");
            }
            return number;
        });

        assertThat(counted).hasValue(CALLERS - 1);
    }

    @Test
    void everyOneKeepsTheTraceOfItsCaller() throws Exception {
        List<Traceparent> traces =
                IntStream.range(0, CALLERS).mapToObj(_ -> Traceparent.start()).toList();
        List<Traceparent> seen = new ArrayList<>(traces);

        whileSomebodyBooks(
                number -> traces.get(number)
                        .during(() -> appender.execute(_ -> {
                            seen.set(number, Traceparent.current());
                            return number;
                        })),
                false);

        assertThat(seen).isEqualTo(traces);
    }

    @Test
    void insideOfATransactionItJoins() {
        plain.executeWithoutResult(outer -> {
            appender.execute(_ -> write(1));
            outer.setRollbackOnly();
        });

        assertThat(transactionsOf("true")).isEmpty();
    }

    @Test
    void withoutADatabaseEveryoneHearsOfIt() throws Exception {
        DriverManagerDataSource nowhere = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none");
        AppenderTransactions lost =
                new AppenderTransactions(new TransactionTemplate(new DataSourceTransactionManager(nowhere)), ledger);
        List<Future<Integer>> answers;
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            answers = numbers().stream()
                    .map(number -> callers.submit(() -> lost.execute(_ -> number)))
                    .toList();
        }

        assertThat(answers).allMatch(answer -> answer.state() == Future.State.FAILED);
    }

    private interface Work {
        Integer of(int number);
    }

    private List<Future<Integer>> whileSomebodyBooks(Work work) throws Exception {
        return whileSomebodyBooks(number -> appender.execute(_ -> work.of(number)), true);
    }

    /** Lets all callers line up behind one that takes its time. */
    private List<Future<Integer>> whileSomebodyBooks(Work caller, boolean first) throws Exception {
        CountDownLatch books = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<Thread> waiting = new ArrayList<>();
        List<Future<Integer>> answers;
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS + 1, work -> {
            Thread thread = new Thread(work);
            waiting.add(thread);
            return thread;
        })) {
            callers.execute(() -> appender.execute(_ -> {
                write(first ? 100 : 101);
                books.countDown();
                awaitUninterrupted(mayEnd);
                return 0;
            }));
            books.await();
            answers = numbers().stream()
                    .map(number -> callers.submit(() -> caller.of(number)))
                    .toList();
            await().until(() -> waiting.stream().skip(1).allMatch(thread -> thread.getState() == Thread.State.WAITING));
            mayEnd.countDown();
        }
        return answers;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int write(int number) {
        jdbc.sql("insert into written (number) values (:number)")
                .param("number", number)
                .update();
        return number;
    }

    private Set<String> transactionsOf(String condition) {
        return jdbc.sql("select transaction from written where " + condition).query(String.class).list().stream()
                .collect(Collectors.toSet());
    }

    private static List<Integer> numbers() {
        return IntStream.range(0, CALLERS).boxed().toList();
    }
}
