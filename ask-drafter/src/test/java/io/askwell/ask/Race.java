package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.local.server.SharedServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Complaints against approvals: for each of many customers with a pending ask, a complaint is written to the log and the ask
 * is approved over HTTP at nearly the same time. Half of the approvals begin within 40 ms of the complaint's acknowledgement;
 * the complaints to the others come up to one and a half seconds after them, by when some have been released.
 */
final class Race implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MILLIS_A_PAIR = 30;

    private final OwnBroker broker;
    private final RunningDrafter drafter;
    private final Caller owner;
    private final Random random;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);

    Race(OwnBroker broker, RunningDrafter drafter, long seed) {
        this.broker = broker;
        this.drafter = drafter;
        this.owner = new Caller(drafter, SharedServers.tokens().mint("rep-7", "account-owner"));
        this.random = new Random(seed);
    }

    /** What came of one pair. Times are those of {@link System#nanoTime()}. */
    record Outcome(long complaintAcknowledgedAt, long approvalBeganAt, int approvalStatus, String askStatus) {

        boolean complaintCameFirst() {
            return complaintAcknowledgedAt < approvalBeganAt;
        }

        boolean isLeak() {
            return complaintCameFirst() && askStatus.equals("released");
        }

        /** Approved in spite of an earlier complaint, and kept from leaving. */
        boolean wasStopped() {
            return complaintCameFirst() && approvalStatus == 200 && askStatus.equals("withdrawn");
        }
    }

    /** Outcomes in numbers. */
    record Tally(int pairs, long complaintFirst, long leaked, long stopped, long released, long refused) {

        static Tally of(List<Outcome> outcomes) {
            return new Tally(
                    outcomes.size(),
                    count(outcomes, Outcome::complaintCameFirst),
                    count(outcomes, Outcome::isLeak),
                    count(outcomes, Outcome::wasStopped),
                    count(outcomes, outcome -> outcome.askStatus().equals("released")),
                    count(outcomes, outcome -> outcome.approvalStatus() == 409));
        }

        private static long count(List<Outcome> outcomes, Predicate<Outcome> which) {
            return outcomes.stream().filter(which).count();
        }
    }

    private record Approval(long beganAt, int status) {}

    private record Pair(String customerId, long complaintAcknowledgedAt, Approval approval) {}

    /** @param meanwhile what is done to the world once a third of the pairs are through */
    List<Outcome> run(String name, int pairs, Runnable meanwhile) {
        Map<String, String> asks = pendingAsks(
                IntStream.range(0, pairs).mapToObj(number -> name + number).toList());
        List<CompletableFuture<Pair>> running = asks.entrySet().stream()
                .map(ask -> run(ask.getKey(), ask.getValue(), random.nextInt(pairs * MILLIS_A_PAIR)))
                .toList();
        await().atMost(PATIENCE)
                .until(() -> running.stream().filter(CompletableFuture::isDone).count() >= pairs / 3);
        meanwhile.run();
        List<Pair> done = running.stream().map(CompletableFuture::join).toList();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(statuses(name).values()).doesNotContain("pending", "approved", "deferred"));
        Map<String, String> statuses = statuses(name);
        return done.stream()
                .map(pair -> new Outcome(
                        pair.complaintAcknowledgedAt(),
                        pair.approval().beganAt(),
                        pair.approval().status(),
                        Objects.requireNonNull(statuses.get(pair.customerId()))))
                .toList();
    }

    @Override
    public void close() {
        threads.close();
    }

    private Map<String, String> pendingAsks(List<String> customers) {
        broker.signals(customers.stream()
                .flatMap(customer -> Signals.praise(customer).stream())
                .toList());
        var database = drafter.bean(JdbcClient.class);
        return await().atMost(PATIENCE)
                .until(
                        () -> database
                                .sql("select customer_id, ask_id from ask where status = 'pending'")
                                .query((row, _) -> Map.entry(row.getString("customer_id"), row.getString("ask_id")))
                                .list()
                                .stream()
                                .filter(ask -> customers.contains(ask.getKey()))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                        asks -> asks.size() == customers.size());
    }

    private CompletableFuture<Pair> run(String customerId, String askId, int startMillis) {
        boolean complaintFirst = random.nextBoolean();
        CompletableFuture<Long> complaint = CompletableFuture.supplyAsync(
                () -> complain(customerId), after(startMillis + random.nextInt(complaintFirst ? 60 : 1_500)));
        CompletableFuture<Approval> approval = complaintFirst
                ? complaint.thenApplyAsync(_ -> approve(askId), after(random.nextInt(40)))
                : CompletableFuture.supplyAsync(() -> approve(askId), after(startMillis + random.nextInt(60)));
        return complaint.thenCombine(
                approval, (acknowledgedAt, approved) -> new Pair(customerId, acknowledgedAt, approved));
    }

    private long complain(String customerId) {
        broker.signal(Signals.complaint(customerId));
        return System.nanoTime();
    }

    private Approval approve(String askId) {
        long beganAt = System.nanoTime();
        return new Approval(beganAt, owner.decide(askId, """
                {"decision": "approve", "draftVersion": 1}""").status());
    }

    private Map<String, String> statuses(String name) {
        return drafter
                .bean(JdbcClient.class)
                .sql("select customer_id, status from ask where customer_id like :name || '%'")
                .param("name", name)
                .query((row, _) -> Map.entry(row.getString("customer_id"), row.getString("status")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Executor after(int millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, threads);
    }
}
