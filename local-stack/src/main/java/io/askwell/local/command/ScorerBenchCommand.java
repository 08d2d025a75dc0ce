package io.askwell.local.command;

import io.askwell.local.bench.LoadSize;
import io.askwell.local.bench.ScorerBench;
import io.askwell.local.bench.ScorerResult;
import io.askwell.local.server.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = ScorerBenchCommand.NAME,
        description =
                "Signals per second of the real scorer against a bare Kafka Streams copy, on servers of their own.")
final class ScorerBenchCommand implements Callable<Integer> {

    static final String NAME = "scorer";

    private final Terminal terminal;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--signals", paramLabel = "N", description = "Signals to read (default: ${DEFAULT-VALUE}).")
    private int signals = 1_000_000;

    @Option(names = "--customers", paramLabel = "N", description = "Whose signals (default: ${DEFAULT-VALUE}).")
    private int customers = 50_000;

    @Option(names = "--runs", paramLabel = "N", description = "Runs of each, in turns (default: ${DEFAULT-VALUE}).")
    private int runs = 5;

    @Option(
            names = "--slope",
            description = "Measure with a quarter and with four times the customers too, each with as many signals.")
    private boolean slope;

    @Option(names = "--seed", paramLabel = "N", description = "Of the generated signals (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    ScorerBenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (signals < 1 || customers < 1 || runs < 1) {
            terminal.problem("--signals, --customers and --runs are numbers from 1 on.");
            return ExitCode.USAGE;
        }
        var result = measured();
        if (options.asJson()) {
            terminal.json(BenchReport.values(result));
        } else {
            terminal.line(BenchReport.text(result));
        }
        return ExitCode.OK;
    }

    private ScorerResult measured() {
        try (var progress = terminal.benchProgress(options.asJson())) {
            var size = new LoadSize(signals, customers);
            return new ScorerBench(Installation.ofThisBuild(), size, runs, slope, seed, progress).run();
        }
    }
}
