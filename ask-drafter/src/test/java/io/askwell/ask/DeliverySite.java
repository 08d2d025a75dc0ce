package io.askwell.ask;

import io.askwell.ask.application.ApplyAssessments;
import io.askwell.ask.application.AskEvents;
import io.askwell.ask.application.AskObserver;
import io.askwell.ask.application.Asks.AskRecord;
import io.askwell.ask.application.Asks.Filter;
import io.askwell.ask.application.CustomerReviews;
import io.askwell.ask.application.DecideOnAsk;
import io.askwell.ask.application.DeliverReleasedAsks;
import io.askwell.ask.application.Letter;
import io.askwell.ask.application.Postbox;
import io.askwell.ask.application.ReleaseApprovedAsks;
import io.askwell.ask.application.ReleaseFence;
import io.askwell.ask.domain.Ask.Left;
import io.askwell.ask.domain.Ask.Open;
import io.askwell.ask.domain.Ask.Pending;
import io.askwell.ask.domain.AskStep;
import io.askwell.ask.domain.Customer;
import io.askwell.ask.domain.Drafter;
import io.askwell.ask.domain.Given;
import io.askwell.ask.domain.HeldBack;
import io.askwell.ask.domain.OwnerCommand.Approve;
import io.askwell.ask.domain.OwnerDecisions;
import io.askwell.ask.domain.Person;
import io.askwell.ask.domain.Person.Role;
import io.askwell.ask.domain.Releases;
import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.delivery.Delivery;
import io.askwell.ask.domain.delivery.Handover;
import io.askwell.ask.domain.draft.Holidays;
import io.askwell.ask.postgres.PostgresAsks;
import io.askwell.ask.postgres.PostgresCustomers;
import io.askwell.ask.postgres.PostgresDispatches;
import io.askwell.ask.postgres.PostgresHeldBackOpportunities;
import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** A site with a carrier of the test's own, on a database of its own; every {@link #sender()} is a process of its own. */
final class DeliverySite {

    static final Duration TIME_LIMIT = Duration.ofSeconds(30);
    static final Duration PATIENCE = Duration.ofHours(1);

    private final TestClock clock = new TestClock();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final AtomicReference<Function<Letter, Handover>> answer =
            new AtomicReference<>(letter -> new Handover.Taken("ref-" + letter.askId()));

    private final DriverManagerDataSource connections = migrated();
    private final JdbcClient jdbc = JdbcClient.create(connections);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(connections));
    private final PostgresCustomers customers = new PostgresCustomers(jdbc);
    private final PostgresAsks asks = new PostgresAsks(jdbc);
    private final PostgresDispatches dispatches = new PostgresDispatches(jdbc);
    private final CustomerReviews reviews = new CustomerReviews(
            new Drafter(Given.POLICY, Holidays.NONE),
            () -> UUID.randomUUID().toString(),
            customers,
            asks,
            new PostgresHeldBackOpportunities(jdbc),
            _ -> true,
            new Silence(),
            new Silence());

    /** Drafted, approved and released as the service does it. */
    String releasedAsk() {
        String customerId = "C-" + UUID.randomUUID();
        transactions.executeWithoutResult(_ -> {
            var together = new ApplyAssessments(customers, reviews, clock).about(List.of(customerId));
            together.apply(customerId, Given.assessment().build());
            together.save();
        });
        String askId = asks.list(new Filter(null, null, null, customerId, false), null, 1)
                .getFirst()
                .ask()
                .id();
        new DecideOnAsk(new OwnerDecisions(Given.POLICY), customers, asks, reviews, transactions, clock)
                .decide(askId, new Approve(new Person("rep-7", Role.ACCOUNT_OWNER), 1, null, null, null));
        new ReleaseApprovedAsks(
                        new OpenFence(),
                        new Releases(Given.POLICY, Optional.of(Carrier.EMAIL)),
                        customers,
                        asks,
                        reviews,
                        dispatches,
                        PATIENCE,
                        transactions,
                        new Silence(),
                        clock,
                        Runnable::run)
                .releaseAll();
        return askId;
    }

    DeliverReleasedAsks sender() {
        return sender(() -> {});
    }

    /** @param heldUp happens in each process once, after it has claimed and before it sends */
    DeliverReleasedAsks sender(Runnable heldUp) {
        return new DeliverReleasedAsks(
                Optional.of(new RecordingPostbox()),
                dispatches,
                customers,
                reviews,
                new HeldUp(heldUp),
                clock,
                () -> UUID.randomUUID().toString(),
                Executors.newVirtualThreadPerTaskExecutor());
    }

    void answerWith(Function<Letter, Handover> next) {
        answer.set(next);
    }

    /** The ids of all letters that came to the carrier, in order. */
    List<String> posted() {
        return posted;
    }

    TestClock clock() {
        return clock;
    }

    AskRecord record(String askId) {
        return asks.find(askId).orElseThrow();
    }

    Delivery delivery(String askId) {
        return ((Left) record(askId).ask()).delivery();
    }

    List<AskRecord> unknown() {
        return asks.list(new Filter(null, "unknown", null, null, false), null, 10);
    }

    String statusSeenFromOutside(String askId) {
        return JdbcClient.create(connections)
                .sql("select status from ask_dispatch where ask_id = :askId")
                .param("askId", UUID.fromString(askId))
                .query(String.class)
                .single();
    }

    void changeTextBehindOurBack(String askId) {
        jdbc.sql("""
                        update ask set state = jsonb_set(state, '{draft,body}', '"Buy now."') where ask_id = :askId
                        """).param("askId", UUID.fromString(askId)).update();
    }

    private static DriverManagerDataSource migrated() {
        ServiceDatabase database = SharedServers.freshDatabase("ask_drafter");
        var connections = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        Flyway.configure()
                .dataSource(connections)
                .defaultSchema("ask_drafter")
                .locations("classpath:db/transport", "classpath:db/migration")
                .load()
                .migrate();
        return connections;
    }

    static final class TestClock implements InstantSource {

        private final AtomicReference<Instant> now =
                new AtomicReference<>(Given.PRAISE.at().plus(Duration.ofMinutes(1)));

        @Override
        public Instant instant() {
            return now.get();
        }

        void pass(Duration time) {
            now.updateAndGet(moment -> moment.plus(time));
        }
    }

    private final class RecordingPostbox implements Postbox {

        @Override
        public Carrier carrier() {
            return Carrier.EMAIL;
        }

        @Override
        public Duration timeLimit() {
            return TIME_LIMIT;
        }

        @Override
        public Handover post(Letter letter) {
            posted.add(letter.askId());
            return answer.get().apply(letter);
        }
    }

    /** Lets time pass between the first commit and what comes after it. */
    private final class HeldUp implements TransactionOperations {

        private final AtomicReference<Runnable> once;

        HeldUp(Runnable heldUp) {
            this.once = new AtomicReference<>(heldUp);
        }

        @Override
        public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
            T result = transactions.execute(action);
            once.getAndSet(() -> {}).run();
            return result;
        }

        @Override
        public void executeWithoutResult(Consumer<TransactionStatus> action) {
            transactions.executeWithoutResult(action);
        }
    }

    private static final class OpenFence implements ReleaseFence {

        @Override
        public int partitionOf(String customerId) {
            return 0;
        }

        @Override
        public Passage passage(int partition) {
            return Crossing.Passed::new;
        }
    }

    static final class Silence implements AskEvents, AskObserver {

        @Override
        public void tell(AskStep step, int number) {}

        @Override
        public void tell(Customer customer, HeldBack heldBack, Instant at) {}

        @Override
        public void tellOwner(Open reassigned, Instant at) {}

        @Override
        public void queueAgain(Pending ask, Instant at) {}

        @Override
        public void removeFromQueue(String askId, Instant at) {}

        @Override
        public void stepTaken(AskStep step) {}

        @Override
        public void heldBack(HeldBack heldBack) {}

        @Override
        public void fenceTried(ReleaseFence.Crossing crossing, Duration wait) {}
    }
}
