package io.askwell.local.bench;

import io.askwell.local.product.LoneService;
import io.askwell.local.product.Service;
import io.askwell.local.server.FreePorts;
import io.askwell.local.server.Installation;
import io.askwell.local.server.Learning;
import io.askwell.local.server.Processes;
import io.askwell.local.server.ServerFailedException;
import io.askwell.local.server.Tokens;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalRecorded;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * How fast the real scorer, exactly once and with its store, reads signals, against a topology that merely copies them with
 * the same guarantee, the same Avro and the same JVM. The two take turns, so that both meet the machine in every mood.
 */
public final class ScorerBench {

    private static final String SCORER_GROUP = "readiness-scorer-v1";
    private static final short REPLICAS = 1;
    private static final int RUNS_OF_SMALL_SIZES = 3;
    private static final int STEP_OF_SLOPE = 4;
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    private final Installation installation;
    private final LoadSize size;
    private final int runs;
    private final boolean withSlope;
    private final long seed;
    private final Progress progress;

    /** @param runs of each contender, at least 1 */
    public ScorerBench(
            Installation installation, LoadSize size, int runs, boolean withSlope, long seed, Progress progress) {
        this.installation = installation;
        this.size = size;
        this.runs = runs;
        this.withSlope = withSlope;
        this.seed = seed;
        this.progress = progress;
    }

    public ScorerResult run() {
        try (var bench = new Workbench(installation)) {
            progress.begin("starting a broker and a registry");
            bench.open();
            try (var topics = new BenchTopics(bench.bootstrapServers())) {
                return measured(bench, topics);
            }
        }
    }

    private ScorerResult measured(Workbench bench, BenchTopics topics) {
        var service = service(bench);
        var scorer = new Contender.Ours(SCORER_GROUP, service.server());
        var copy = copy(bench, service);
        rehearse(bench, topics, List.of(scorer, copy));
        write(bench, topics, size);
        var comparison = compare(bench, topics, scorer, copy);
        var slope = withSlope ? Optional.of(slope(bench, topics, scorer, comparison.ours())) : Optional.<Slope>empty();
        return new ScorerResult(Machine.ofThisJvm(), seed, size, comparison, slope);
    }

    /** The first start of a program is slower, and records what makes the later ones fast. */
    private void rehearse(Workbench bench, BenchTopics topics, List<Contender> contenders) {
        for (var contender : contenders) {
            progress.begin("rehearsing the start of " + contender.group());
            fresh(topics, contender);
            var process = bench.launch(contender);
            awaitStable(topics, contender, process);
            bench.end(contender, process);
        }
        progress.begin("making start caches");
        Learning.begin(
                        contenders.stream().map(Contender::program).toList(),
                        bench.directory().resolve("learning.log"))
                .ifPresent(ScorerBench::awaitEnd);
    }

    private Comparison compare(Workbench bench, BenchTopics topics, Contender scorer, Contender copy) {
        List<Run> ours = new ArrayList<>();
        List<Run> reference = new ArrayList<>();
        for (int number = 1; number <= runs; number++) {
            ours.add(run(bench, topics, scorer, number, runs));
            reference.add(run(bench, topics, copy, number, runs));
        }
        return new Comparison(List.copyOf(ours), List.copyOf(reference));
    }

    /** A quarter of the customers, as many, which are measured already, and four times as many. */
    private Slope slope(Workbench bench, BenchTopics topics, Contender scorer, List<Run> measured) {
        var small = size.withCustomers(Math.max(1, size.customers() / STEP_OF_SLOPE));
        var large = size.withCustomers(size.customers() * STEP_OF_SLOPE);
        return new Slope(List.of(
                point(bench, topics, scorer, small, RUNS_OF_SMALL_SIZES),
                new Slope.Point(size, measured),
                point(bench, topics, scorer, large, 1)));
    }

    private Slope.Point point(Workbench bench, BenchTopics topics, Contender scorer, LoadSize at, int times) {
        write(bench, topics, at);
        List<Run> done = new ArrayList<>();
        for (int number = 1; number <= times; number++) {
            done.add(run(bench, topics, scorer, number, times));
        }
        return new Slope.Point(at, List.copyOf(done));
    }

    private Run run(Workbench bench, BenchTopics topics, Contender contender, int number, int of) {
        progress.begin("%s, run %d of %d".formatted(contender.group(), number, of));
        fresh(topics, contender);
        var process = bench.launch(contender);
        var run = new Stopwatch(topics, TopicCatalogue.SIGNALS, contender, process).time(progress);
        bench.end(contender, process);
        return run;
    }

    /** So that it begins at the first signal and with nothing behind it. */
    private static void fresh(BenchTopics topics, Contender contender) {
        topics.forget(contender.group());
        topics.renew(List.of(
                topic(TopicCatalogue.READINESS),
                new NewTopic(CopyTopology.SINK, TopicCatalogue.SIGNALS.partitions(), REPLICAS)));
    }

    private void write(Workbench bench, BenchTopics topics, LoadSize load) {
        progress.begin("writing %,d signals of %,d customers".formatted(load.signals(), load.customers()));
        topics.renew(List.of(topic(TopicCatalogue.SIGNALS)));
        var serdes = AvroSerdes.against(bench.registryUrl());
        new KafkaLoad<>(bench.bootstrapServers(), TopicCatalogue.SIGNALS, serdes, SignalRecorded::getCustomerId)
                .write(new SignalLoad(seed, load, Instant.now()), load.signals(), progress);
    }

    private static NewTopic topic(Topic<?> topic) {
        return new NewTopic(topic.name(), topic.partitions(), REPLICAS).configs(topic.settings());
    }

    private LoneService service(Workbench bench) {
        var directory = bench.directory().resolve(Service.READINESS_SCORER.label());
        var settings = Map.of(
                "ASKWELL_KAFKA", bench.bootstrapServers(),
                "ASKWELL_REGISTRY", bench.registryUrl(),
                "ASKWELL_STATE_DIR", directory.resolve("state").toString(),
                "ASKWELL_TOKEN_KEY",
                        Tokens.load(bench.directory().resolve("tokens")).publicKeyLocation(),
                "MALLOC_ARENA_MAX", "2");
        return LoneService.of(installation, Service.READINESS_SCORER, directory, FreePorts.next(), settings);
    }

    private static Contender copy(Workbench bench, LoneService service) {
        var directory = bench.directory().resolve("copy");
        var program = service.sibling(
                bench.directory(),
                CopyTopology.class.getName(),
                ownClasses(),
                List.of(
                        "-Dlogback.configurationFile=io/askwell/local/bench/logback.xml",
                        // The last one counts; that of the service goes with the service between runs.
                        "-Djava.io.tmpdir=" + bench.directory()));
        return new Contender.Copy(
                CopyTopology.GROUP,
                directory,
                program,
                Map.of("MALLOC_ARENA_MAX", "2"),
                List.of(
                        bench.bootstrapServers(),
                        bench.registryUrl(),
                        directory.resolve("state").toString()));
    }

    private static Path ownClasses() {
        try {
            return Path.of(CopyTopology.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of our own classes is a path", e);
        }
    }

    private static void awaitStable(BenchTopics topics, Contender contender, ProcessHandle process) {
        var deadline = Instant.now().plus(START_PATIENCE);
        while (!topics.isStable(contender.group())) {
            if (!Processes.isRunning(process) || Instant.now().isAfter(deadline)) {
                throw new ServerFailedException("%s did not start; the end of its log:\n%s"
                        .formatted(contender.group(), Processes.endOf(contender.log())));
            }
            Pause.brief();
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        while (Processes.isRunning(process)) {
            Pause.brief();
        }
    }
}
