package io.askwell.local.command;

import io.askwell.local.bench.AttributionBench;
import io.askwell.local.bench.AttributionPlan;
import io.askwell.local.bench.AttributionResult;
import io.askwell.local.server.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = AttributionBenchCommand.NAME,
        description =
                "Leads resolved per second by the real attribution-tracker, a tenth of them repeats, against COPY of the rows "
                        + "that this leaves, on servers of their own.")
final class AttributionBenchCommand implements Callable<Integer> {

    static final String NAME = "attribution";

    private final Terminal terminal;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--leads", paramLabel = "N", description = "Leads to resolve (default: ${DEFAULT-VALUE}).")
    private int leads = 1_000_000;

    @Option(
            names = "--existing",
            paramLabel = "N",
            description = "Leads that are resolved before and not measured (default: ${DEFAULT-VALUE}).")
    private int existing;

    @Option(names = "--runs", paramLabel = "N", description = "Runs of each, in turns (default: ${DEFAULT-VALUE}).")
    private int runs = 1;

    @Option(names = "--seed", paramLabel = "N", description = "Of the generated leads (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    AttributionBenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (leads < 1 || runs < 1) {
            terminal.problem("--leads and --runs are numbers from 1 on.");
            return ExitCode.USAGE;
        }
        if (existing < 0) {
            terminal.problem("--existing is a number from 0 on.");
            return ExitCode.USAGE;
        }
        var result = measured();
        if (options.asJson()) {
            terminal.json(AttributionReport.values(result));
        } else {
            terminal.line(AttributionReport.text(result));
        }
        return ExitCode.OK;
    }

    private AttributionResult measured() {
        try (var progress = terminal.benchProgress(options.asJson())) {
            var plan = new AttributionPlan(leads, existing, runs);
            return new AttributionBench(Installation.ofThisBuild(), plan, seed, progress).run();
        }
    }
}
