package io.askwell.local.bench;

import io.askwell.local.bench.AskLatencyResult.CommitInterval;
import io.askwell.local.product.Login;
import io.askwell.local.product.Service;
import io.askwell.local.server.Installation;
import io.askwell.local.server.ServerFailedException;
import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How long it takes from the acceptance of a signal until the ask that it gives occasion to lies on the queue's topic, in a
 * whole product under a steady load, against what Kafka itself takes for one record plus the commit intervals on the way.
 */
public final class AskLatencyBench {

    /**
     * The scorer's output is visible once its transaction is committed, every so often. Nobody else on the way holds records
     * back: the drafter commits what a poll returned, and its relay is woken by the commit.
     */
    private static final List<CommitInterval> COMMIT_INTERVALS =
            List.of(new CommitInterval("readiness-scorer, exactly once", Duration.ofMillis(100)));

    private static final String SCORER = "readiness-scorer-v1";
    private static final String DRAFTER = "ask-drafter.customers";
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(2);
    private static final int RECORDS_OF_THE_REFERENCE = 5_000;

    private final Installation installation;
    private final LatencyPlan plan;
    private final long seed;
    private final Progress progress;

    public AskLatencyBench(Installation installation, LatencyPlan plan, long seed, Progress progress) {
        this.installation = installation;
        this.plan = plan;
        this.seed = seed;
        this.progress = progress;
    }

    public AskLatencyResult run() {
        try (var product = BenchProduct.start(installation, progress);
                var door = new Door(product.url(Service.SIGNAL_INGEST), product.token(Login.SOURCE));
                var queue = new QueueWatch(product.bootstrapServers(), product.serdes());
                var topics = new BenchTopics(product.bootstrapServers())) {
            prepare(door, topics);
            progress.begin("warming up");
            measure(new LatencyPlan(plan.rate(), WARM_UP, 1), "warm-up", door, queue);
            return measured(product, door, queue);
        }
    }

    private AskLatencyResult measured(BenchProduct product, Door door, QueueWatch queue) {
        var kafka = new EndToEndLatency(installation, product.bootstrapServers());
        List<Latencies> ours = new ArrayList<>();
        List<Latencies> reference = new ArrayList<>();
        for (int number = 1; number <= plan.runs(); number++) {
            progress.begin("ask-latency, run %d of %d".formatted(number, plan.runs()));
            ours.add(measure(plan, runName(number), door, queue));
            progress.begin("EndToEndLatency, run %d of %d".formatted(number, plan.runs()));
            reference.add(kafka.measure(RECORDS_OF_THE_REFERENCE, queue.meanRecordBytes()));
        }
        return new AskLatencyResult(
                Machine.ofThisJvm(),
                plan,
                List.copyOf(ours),
                List.copyOf(reference),
                COMMIT_INTERVALS,
                queue.meanRecordBytes());
    }

    private void prepare(Door door, BenchTopics topics) {
        progress.begin("preparing customers");
        List<BenchSignal> signals = new ArrayList<>(
                BenchSignal.beforeTheMoment("warm-up", new LatencyPlan(plan.rate(), WARM_UP, 1).askableOfARun()));
        IntStream.rangeClosed(1, plan.runs())
                .forEach(number -> signals.addAll(BenchSignal.beforeTheMoment(runName(number), plan.askableOfARun())));
        door.handIn(signals, progress);
        progress.begin("waiting until all are assessed");
        awaitRead(topics, SCORER, TopicCatalogue.SIGNALS);
        awaitRead(topics, DRAFTER, TopicCatalogue.READINESS);
    }

    /** The marker of the last transaction in a partition is never read: a position is that of the record before it. */
    private static void awaitRead(BenchTopics topics, String group, Topic<?> topic) {
        var records = topics.written(topic) - topic.partitions();
        await("%s had read %s".formatted(group, topic.name()), () -> topics.read(group, topic) >= records);
    }

    private Latencies measure(LatencyPlan run, String name, Door door, QueueWatch queue) {
        var acceptedAt = door.handInAtRate(BenchSignal.ofARun(name, run.signalsOfARun(), seed), run.rate(), progress);
        var asked = acceptedAt.keySet().stream().filter(BenchSignal::isAskable).toList();
        await(
                "all of %,d asks were seen".formatted(asked.size()),
                () -> queue.seenAt().keySet().containsAll(asked));
        return Latencies.of(asked.stream()
                .mapToLong(customer -> between(customer, acceptedAt, queue.seenAt()))
                .toArray());
    }

    /** An ask can be seen before the door's answer has arrived; then it took no time. */
    private static long between(String customer, Map<String, Long> acceptedAt, Map<String, Long> seenAt) {
        return Math.max(0, seenAt.getOrDefault(customer, 0L) - acceptedAt.getOrDefault(customer, 0L));
    }

    private static String runName(int number) {
        return "run-" + number;
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(String what, Condition condition) {
        var deadline = Instant.now().plus(LONGEST_STANDSTILL);
        while (!condition.holds()) {
            if (Instant.now().isAfter(deadline)) {
                throw new ServerFailedException(
                        "Waited %d s in vain until %s".formatted(LONGEST_STANDSTILL.toSeconds(), what));
            }
            Pause.brief();
        }
    }
}
