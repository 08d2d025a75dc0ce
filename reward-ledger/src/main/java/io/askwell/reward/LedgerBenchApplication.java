package io.askwell.reward;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.askwell.reward.postgres.LedgerBench;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The second program of the jar: measures once how fast the ledger books, and prints one JSON document. {@code ASKWELL_BENCH_JDBC_URL},
 * {@code _USER} and {@code _PASSWORD} name a database of its own, {@code _SECONDS} how long each part lasts, {@code _BATCHES} how many
 * transfers a transaction holds, one size after the other, and {@code _PEOPLE} how many decide at once.
 */
final class LedgerBenchApplication {

    private static final String PREFIX = "ASKWELL_BENCH_";
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final Map<String, String> settings;
    private final PrintStream err;
    private int step;

    private LedgerBenchApplication(Map<String, String> settings, PrintStream err) {
        this.settings = settings;
        this.err = err;
    }

    static void main(String[] arguments) throws ExecutionException, InterruptedException {
        // Without the set-up of the service everything would be logged, between the document's lines; what fails is
        // thrown.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        System.out.println(run(System.getenv(), System.err));
    }

    /**
     * @param err for lines of progress
     * @return the document
     */
    static String run(Map<String, String> settings, PrintStream err) throws ExecutionException, InterruptedException {
        return JsonMapper.shared().writeValueAsString(new LedgerBenchApplication(settings, err).measured());
    }

    private Map<String, Object> measured() throws ExecutionException, InterruptedException {
        try (LedgerBenchConfiguration ledger =
                new LedgerBenchConfiguration(setting("JDBC_URL"), setting("USER"), setting("PASSWORD"))) {
            LedgerBench bench = ledger.bench();
            List<Integer> batches = Stream.of(setting("BATCHES").split(",", -1))
                    .map(Integer::valueOf)
                    .toList();
            Duration time = Duration.ofSeconds(Long.parseLong(setting("SECONDS")));
            int people = Integer.parseInt(setting("PEOPLE"));
            tell("warming up");
            bench.append(batches.getLast(), WARM_UP);
            bench.analyze();
            Map<String, Object> report = new LinkedHashMap<>();
            List<Map<String, Object>> paces = new ArrayList<>();
            for (int batch : batches) {
                tell("appending " + batch + " transfers a transaction");
                paces.add(described(batch, bench.append(batch, time)));
            }
            report.put("appending", paces);
            tell("reading meanwhile");
            report.put("reads", bench.readsWhileAppending(batches.getFirst(), time));
            bench.analyze();
            tell(people + " people decide, together");
            report.put("groupedDecisionsPerSecond", bench.decisionsPerSecond(ledger.groupedDecisions(), people, time));
            tell(people + " people decide, each alone");
            report.put("singleDecisionsPerSecond", bench.decisionsPerSecond(ledger.singleDecisions(), people, time));
            return report;
        }
    }

    private static Map<String, Object> described(int batch, LedgerBench.Pace pace) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("batch", batch);
        described.put("transfers", pace.transfers());
        described.put("transactions", pace.transactions());
        described.put("transfersPerSecond", pace.perSecond());
        return described;
    }

    private void tell(String what) {
        step++;
        err.println("%d/%d %s".formatted(step, 4 + setting("BATCHES").split(",", -1).length, what));
    }

    private String setting(String name) {
        return Objects.requireNonNull(settings.get(PREFIX + name), PREFIX + name + " is not set");
    }
}
