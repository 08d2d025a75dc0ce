package io.askwell.local.command;

import io.askwell.local.bench.AskLatencyBench;
import io.askwell.local.bench.AskLatencyResult;
import io.askwell.local.bench.LatencyPlan;
import io.askwell.local.server.Installation;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = AskLatencyBenchCommand.NAME,
        description = "From an accepted signal to the pending ask on its topic, against Kafka's own EndToEndLatency.")
final class AskLatencyBenchCommand implements Callable<Integer> {

    static final String NAME = "ask-latency";

    private static final int LEAST_RATE = 10;

    private final Terminal terminal;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--rate", paramLabel = "N", description = "Signals a second (default: ${DEFAULT-VALUE}).")
    private int rate = 500;

    @Option(names = "--seconds", paramLabel = "N", description = "Length of a run (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(names = "--runs", paramLabel = "N", description = "Runs of each, in turns (default: ${DEFAULT-VALUE}).")
    private int runs = 5;

    @Option(names = "--seed", paramLabel = "N", description = "Of the generated signals (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    AskLatencyBenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (runs < 1 || seconds < 1) {
            terminal.problem("--runs and --seconds are numbers from 1 on.");
            return ExitCode.USAGE;
        }
        if (rate < LEAST_RATE) {
            terminal.problem("--rate is a number from " + LEAST_RATE + " on.");
            return ExitCode.USAGE;
        }
        var result = measured();
        if (options.asJson()) {
            terminal.json(AskLatencyReport.values(result));
        } else {
            terminal.line(AskLatencyReport.text(result));
        }
        return ExitCode.OK;
    }

    private AskLatencyResult measured() {
        try (var progress = terminal.benchProgress(options.asJson())) {
            var plan = new LatencyPlan(rate, Duration.ofSeconds(seconds), runs);
            return new AskLatencyBench(Installation.ofThisBuild(), plan, seed, progress).run();
        }
    }
}
