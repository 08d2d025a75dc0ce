package io.askwell.local.bench;

import io.askwell.local.bench.AttributionRun.Pace;
import io.askwell.local.bench.Stopwatch.Look;
import io.askwell.local.product.LoneService;
import io.askwell.local.product.Service;
import io.askwell.local.server.DatabaseServer;
import io.askwell.local.server.FreePorts;
import io.askwell.local.server.Installation;
import io.askwell.local.server.ServerFailedException;
import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.Tokens;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.schemas.leads.LeadKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * How many leads the real tracker resolves in a second, against COPY of the rows that this leaves, on the same server. The two
 * take turns: each run begins with an empty database, and is copied as soon as it ends.
 */
public final class AttributionBench {

    private static final String GROUP = "attribution-tracker.leads";
    private static final String ROLE = "attribution_tracker";
    private static final short REPLICAS = 1;
    private static final int FIRST_WINDOW = 10_000;
    private static final int STEP_OF_WINDOWS = 10;

    private final Installation installation;
    private final AttributionPlan plan;
    private final long seed;
    private final Progress progress;

    public AttributionBench(Installation installation, AttributionPlan plan, long seed, Progress progress) {
        this.installation = installation;
        this.plan = plan;
        this.seed = seed;
        this.progress = progress;
    }

    public AttributionResult run() {
        try (var bench = new Workbench(installation)) {
            progress.begin("starting a broker, a registry and a database");
            bench.open();
            var server = bench.openDatabase();
            try (var topics = new BenchTopics(bench.bootstrapServers())) {
                write(bench);
                List<AttributionRun> runs = new ArrayList<>();
                for (int number = 1; number <= plan.runs(); number++) {
                    runs.add(run(bench, server, topics, number));
                }
                return new AttributionResult(Machine.ofThisJvm(), seed, plan, List.copyOf(runs));
            }
        }
    }

    private void write(Workbench bench) {
        progress.begin("writing %,d leads".formatted(plan.written()));
        var serdes = AvroSerdes.against(bench.registryUrl());
        new KafkaLoad<>(bench.bootstrapServers(), TopicCatalogue.LEADS, serdes, LeadKey::of)
                .write(new LeadLoad(seed, plan.written(), Instant.now()), plan.written(), progress);
    }

    private AttributionRun run(Workbench bench, DatabaseServer server, BenchTopics topics, int number) {
        progress.begin("attribution-tracker, run %d of %d".formatted(number, plan.runs()));
        topics.forget(GROUP);
        topics.renew(List.of(topic(TopicCatalogue.ATTRIBUTIONS), topic(TopicCatalogue.PENDING_REVIEWS)));
        var name = "run_" + number;
        server.createDatabase(name);
        var database = server.createService(name, ROLE, UUID.randomUUID().toString());
        var tracker = new Contender.Ours(GROUP, service(bench, database).server());
        var tables = new TrackerTables(database, bench.directory());
        var process = bench.launch(tracker);
        var looks = new Stopwatch(topics, TopicCatalogue.LEADS, tracker, process).looks(progress);
        var unpublished = tables.unpublished();
        bench.end(tracker, process);
        return new AttributionRun(measured(looks), paces(looks), unpublished, tables.copied(progress));
    }

    private Run measured(List<Look> looks) {
        var counted =
                looks.stream().filter(look -> look.read() >= plan.existing()).toList();
        if (counted.size() < 2) {
            throw new ServerFailedException("All was read before a second look; take more leads");
        }
        return counted.getFirst().until(counted.getLast());
    }

    private static List<Pace> paces(List<Look> looks) {
        List<Pace> paces = new ArrayList<>();
        var from = looks.getFirst();
        long end = FIRST_WINDOW;
        for (var look : looks) {
            if (look.read() > from.read() && (look.read() >= end || look.equals(looks.getLast()))) {
                paces.add(new Pace(from.read(), from.until(look)));
                from = look;
                end = end * STEP_OF_WINDOWS;
            }
        }
        return List.copyOf(paces);
    }

    private LoneService service(Workbench bench, ServiceDatabase database) {
        var directory = bench.directory().resolve(Service.ATTRIBUTION_TRACKER.label());
        var settings = Map.of(
                "ASKWELL_KAFKA", bench.bootstrapServers(),
                "ASKWELL_REGISTRY", bench.registryUrl(),
                "ASKWELL_DB_JDBC_URL", database.jdbcUrl(),
                "ASKWELL_DB_USER", database.user(),
                "ASKWELL_DB_PASSWORD", database.password(),
                "ASKWELL_TOKEN_KEY",
                        Tokens.load(bench.directory().resolve("tokens")).publicKeyLocation(),
                "MALLOC_ARENA_MAX", "2");
        return LoneService.of(installation, Service.ATTRIBUTION_TRACKER, directory, FreePorts.next(), settings);
    }

    private static NewTopic topic(Topic<?> topic) {
        return new NewTopic(topic.name(), topic.partitions(), REPLICAS).configs(topic.settings());
    }
}
