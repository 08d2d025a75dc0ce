package io.askwell.attribution;

import io.askwell.attribution.application.matching.FieldMapping;
import io.askwell.attribution.application.matching.MatchingBench;
import io.askwell.attribution.application.matching.MatchingBench.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The second program of the jar: measures the matching and prints one JSON document. {@code ASKWELL_BENCH_DATA} and {@code ASKWELL_BENCH_FIELDS}
 * name a file and its mapping; without them leads are generated ({@code _RECORDS}, {@code _SEED}). {@code _LEARN=true} learns the weights of leads
 * instead of taking those of the service; {@code _WEIGHTS} names a file of them. {@code _SAVE} names a file that the generated leads are written
 * to, and nothing is measured.
 */
final class MatchingBenchApplication {

    private static final String PREFIX = "ASKWELL_BENCH_";
    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private final Map<String, String> settings;

    private MatchingBenchApplication(Map<String, String> settings) {
        this.settings = settings;
    }

    static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out, System.err));
    }

    /**
     * @param out for the document
     * @param err for lines of progress, and for what is wrong with a file
     * @return the exit code
     */
    static int run(Map<String, String> settings, PrintStream out, PrintStream err) {
        try {
            out.println(JsonMapper.shared().writeValueAsString(new MatchingBenchApplication(settings).measured(err)));
            return DONE;
        } catch (IllegalArgumentException | IOException wrong) {
            err.println(wrong.getMessage());
            return REFUSED;
        }
    }

    private Map<String, Object> measured(PrintStream err) throws IOException {
        String save = setting("SAVE");
        if (save != null) {
            Files.writeString(Path.of(save), MatchingBench.generated(records(), seed()));
            return Map.of("saved", save, "records", records(), "seed", seed());
        }
        MatchingBench bench =
                new MatchingBench((number, of, what) -> err.println("%d/%d %s".formatted(number, of, what)));
        Result result = setting("DATA") == null ? leads(bench) : table(bench);
        return report(result);
    }

    private Result leads(MatchingBench bench) throws IOException {
        boolean learn = Boolean.parseBoolean(setting("LEARN"));
        String weights = setting("WEIGHTS");
        byte[] policy = weights == null ? shipped() : Files.readAllBytes(Path.of(weights));
        return bench.leads(
                records(),
                seed(),
                learn ? null : MatchingPolicyFile.read(policy).weights());
    }

    private Result table(MatchingBench bench) throws IOException {
        FieldMapping mapping = FieldMappingFile.read(Files.readAllBytes(Path.of(required("FIELDS"))));
        String text = Files.readString(Path.of(required("DATA")));
        String weights = setting("WEIGHTS");
        byte[] given = weights == null ? null : Files.readAllBytes(Path.of(weights));
        return bench.table(
                text, mapping, given == null ? null : fields -> MatchingPolicyFile.readWeights(given, fields));
    }

    private Map<String, Object> report(Result result) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("data", Objects.requireNonNullElse(setting("DATA"), "generated"));
        if (setting("DATA") == null) {
            report.put("seed", seed());
        }
        result.learned().ifPresent(rounds -> report.put("learnedInRounds", rounds));
        report.putAll(result.findings().figures());
        report.put("weights", MatchingPolicyFile.write("matching-v0", result.weights()));
        return report;
    }

    private int records() {
        return Integer.parseInt(Objects.requireNonNullElse(setting("RECORDS"), "100000"));
    }

    private long seed() {
        return Long.parseLong(Objects.requireNonNullElse(setting("SEED"), "2"));
    }

    private @Nullable String setting(String name) {
        return settings.get(PREFIX + name);
    }

    private String required(String name) {
        String value = setting(name);
        if (value == null) {
            throw new IllegalArgumentException(PREFIX + name + " is not set");
        }
        return value;
    }

    private static byte[] shipped() throws IOException {
        try (var stream = Objects.requireNonNull(
                MatchingBenchApplication.class.getResourceAsStream("/" + MatchingPolicyFile.SHIPPED))) {
            return stream.readAllBytes();
        }
    }
}
