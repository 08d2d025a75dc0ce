package io.askwell.local.command;

import io.askwell.local.bench.Machine;
import io.askwell.local.product.Service;
import io.askwell.local.product.ServiceProgram;
import io.askwell.local.server.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = MatchingBenchCommand.NAME,
        description =
                "How well and how fast leads are matched: precision, recall and F1 by threshold, blocking recall, pairs per second. "
                        + "On generated leads, or on any CSV file with a column that tells the truth.")
final class MatchingBenchCommand implements Callable<Integer> {

    static final String NAME = "matching";

    private static final String MAIN = "io.askwell.attribution.MatchingBenchApplication";
    private static final String MEMORY = "1g";

    private final Terminal terminal;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--data", paramLabel = "FILE.csv", description = "Records with a header and a column of truth.")
    private @Nullable Path data;

    @Option(
            names = "--fields",
            paramLabel = "MAPPING.yaml",
            description = "What the columns hold, for example docs/benchmarks/febrl.yaml.")
    private @Nullable Path fields;

    @Option(
            names = "--weights",
            paramLabel = "WEIGHTS.yaml",
            description =
                    "Judge by these weights, in the form in which --json and --learn give them. Without it, those of a file are learned from "
                            + "the file without its truth, and leads are judged by those of the service.")
    private @Nullable Path weights;

    @Option(names = "--records", paramLabel = "N", description = "Leads to generate (default: ${DEFAULT-VALUE}).")
    private int records = 100_000;

    @Option(names = "--seed", paramLabel = "N", description = "Of the generated leads (default: ${DEFAULT-VALUE}).")
    private long seed = 2;

    @Option(
            names = "--learn",
            description = "Learn the weights of leads anew, from generated leads of the seed before, and print them.")
    private boolean learn;

    @Option(
            names = "--save",
            paramLabel = "FILE.csv",
            description = "Write the generated leads with their truth to this file, and measure nothing.")
    private @Nullable Path save;

    MatchingBenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var problem = problem();
        if (problem != null) {
            terminal.problem(problem);
            return ExitCode.USAGE;
        }
        return switch (measured()) {
            case ServiceProgram.Result.Answered(var document) -> {
                print(JsonMapper.shared().readTree(document));
                yield ExitCode.OK;
            }
            case ServiceProgram.Result.Failed(var said) -> {
                said.forEach(terminal::problem);
                yield ExitCode.SOFTWARE;
            }
        };
    }

    private @Nullable String problem() {
        if ((data == null) != (fields == null)) {
            return "--data and --fields go together.";
        }
        for (var file : new Path[] {data, fields, weights}) {
            if (file != null && !Files.isRegularFile(file)) {
                return "There is no file " + file + ".";
            }
        }
        return records < 2 ? "--records is a number from 2 on." : null;
    }

    private ServiceProgram.Result measured() {
        try (var progress = terminal.progress(options.asJson())) {
            return ServiceProgram.run(
                    Installation.ofThisBuild(), Service.ATTRIBUTION_TRACKER, MAIN, MEMORY, settings(), progress::step);
        }
    }

    private Map<String, String> settings() {
        var settings = new HashMap<>(Map.of(
                "ASKWELL_BENCH_RECORDS", Integer.toString(records),
                "ASKWELL_BENCH_SEED", Long.toString(seed),
                "ASKWELL_BENCH_LEARN", Boolean.toString(learn)));
        put(settings, "ASKWELL_BENCH_DATA", data);
        put(settings, "ASKWELL_BENCH_FIELDS", fields);
        put(settings, "ASKWELL_BENCH_WEIGHTS", weights);
        put(settings, "ASKWELL_BENCH_SAVE", save);
        return settings;
    }

    private static void put(Map<String, String> settings, String name, @Nullable Path file) {
        if (file != null) {
            settings.put(name, file.toAbsolutePath().normalize().toString());
        }
    }

    private void print(JsonNode report) {
        if (options.asJson()) {
            if (report instanceof ObjectNode object) {
                object.putPOJO("machine", Machine.ofThisJvm());
            }
            terminal.json(report);
        } else if (report.has("saved")) {
            terminal.line("%,d leads of seed %d are in %s."
                    .formatted(
                            report.path("records").asInt(),
                            report.path("seed").asLong(),
                            report.path("saved").asString()));
        } else {
            terminal.line(MatchingText.of(report, Machine.ofThisJvm(), learn));
        }
    }
}
