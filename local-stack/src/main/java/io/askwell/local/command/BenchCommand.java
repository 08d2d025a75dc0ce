package io.askwell.local.command;

import io.askwell.local.bench.AskLatencyBench;
import io.askwell.local.bench.AskLatencyResult;
import io.askwell.local.bench.LatencyPlan;
import io.askwell.local.bench.LoadSize;
import io.askwell.local.bench.ScorerBench;
import io.askwell.local.bench.ScorerResult;
import io.askwell.local.server.Installation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description = "Measures this build against a named reference in the same run, on servers of its own. "
                + "A product that runs is left alone, but takes time from the measurement.")
final class BenchCommand implements Callable<Integer> {

    private static final String SCORER = "scorer";
    private static final String ASK_LATENCY = "ask-latency";
    private static final List<String> ALL = List.of(SCORER, ASK_LATENCY);

    private static final int LEAST_RATE = 10;

    private final Terminal terminal;

    /** Acted on by picocli alone. */
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explain this command.")
    private boolean help;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "Which benchmark: scorer, ask-latency (default: all there are).")
    private @Nullable String name;

    @Option(names = "--signals", paramLabel = "N", description = "scorer: signals to read (default: ${DEFAULT-VALUE}).")
    private int signals = 1_000_000;

    @Option(names = "--customers", paramLabel = "N", description = "scorer: whose signals (default: ${DEFAULT-VALUE}).")
    private int customers = 50_000;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "ask-latency: signals a second (default: ${DEFAULT-VALUE}).")
    private int rate = 500;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "ask-latency: length of a run (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(names = "--runs", paramLabel = "N", description = "Runs of each, in turns (default: ${DEFAULT-VALUE}).")
    private int runs = 5;

    @Option(
            names = "--slope",
            description =
                    "scorer: measure with a quarter and with four times the customers too, each with as many signals.")
    private boolean slope;

    @Option(names = "--seed", paramLabel = "N", description = "Of the generated signals (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--json", description = "Print JSON, and the progress to standard error.")
    private boolean json;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (name != null && !ALL.contains(name)) {
            terminal.problem("There is no benchmark " + name + ". There is: " + String.join(", ", ALL));
            return ExitCode.USAGE;
        }
        if (signals < 1 || customers < 1 || runs < 1 || seconds < 1) {
            terminal.problem("--signals, --customers, --runs and --seconds are numbers from 1 on.");
            return ExitCode.USAGE;
        }
        if (rate < LEAST_RATE) {
            terminal.problem("--rate is a number from " + LEAST_RATE + " on.");
            return ExitCode.USAGE;
        }
        for (String each : name == null ? ALL : List.of(name)) {
            switch (each) {
                case SCORER -> measureScorer();
                case ASK_LATENCY -> measureAskLatency();
                default -> throw new IllegalStateException("No benchmark is " + each);
            }
        }
        return ExitCode.OK;
    }

    private void measureScorer() {
        ScorerResult result;
        try (var progress = terminal.benchProgress(json)) {
            var size = new LoadSize(signals, customers);
            result = new ScorerBench(Installation.ofThisBuild(), size, runs, slope, seed, progress).run();
        }
        if (json) {
            terminal.json(BenchReport.values(result));
        } else {
            terminal.line(BenchReport.text(result));
        }
    }

    private void measureAskLatency() {
        AskLatencyResult result;
        try (var progress = terminal.benchProgress(json)) {
            var plan = new LatencyPlan(rate, Duration.ofSeconds(seconds), runs);
            result = new AskLatencyBench(Installation.ofThisBuild(), plan, seed, progress).run();
        }
        if (json) {
            terminal.json(AskLatencyReport.values(result));
        } else {
            terminal.line(AskLatencyReport.text(result));
        }
    }
}
