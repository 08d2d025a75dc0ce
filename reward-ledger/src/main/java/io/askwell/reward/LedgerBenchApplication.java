package io.askwell.reward;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.time.Duration;
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
            List<Integer> batches = Stream.of(setting("BATCHES").split(",", -1))
                    .map(Integer::valueOf)
                    .toList();
            Duration time = Duration.ofSeconds(Long.parseLong(setting("SECONDS")));
            return ledger.measured(batches, time, Integer.parseInt(setting("PEOPLE")), this::tell);
        }
    }

    private void tell(String what) {
        step++;
        err.println("%d/%d %s".formatted(step, 4 + setting("BATCHES").split(",", -1).length, what));
    }

    private String setting(String name) {
        return Objects.requireNonNull(settings.get(PREFIX + name), PREFIX + name + " is not set");
    }
}
