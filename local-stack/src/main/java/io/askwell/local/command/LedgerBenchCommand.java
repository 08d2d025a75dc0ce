package io.askwell.local.command;

import io.askwell.local.bench.LedgerBench;
import io.askwell.local.bench.LedgerPlan;
import io.askwell.local.bench.LedgerResult;
import io.askwell.local.bench.Pgbench;
import io.askwell.local.server.Installation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = LedgerBenchCommand.NAME,
        description =
                "Transfers a second on one hot account against pgbench with its TPC-B-like transaction and eight clients on the same "
                        + "server, in turns; decisions of eight people at once; and how long readers wait meanwhile.")
final class LedgerBenchCommand implements Callable<Integer> {

    static final String NAME = "ledger";

    private static final int CLIENTS = 8;
    private static final List<String> PROTOCOLS = List.of("simple", "extended", "prepared");

    private final Terminal terminal;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--batches",
            split = ",",
            paramLabel = "N",
            description =
                    "Transfers a transaction; the first size is compared, the others tell the slope (default: 500,200,50).")
    private List<Integer> batches = List.of(500, 200, 50);

    @Option(names = "--seconds", paramLabel = "N", description = "Of each part of a run (default: ${DEFAULT-VALUE}).")
    private int seconds = 10;

    @Option(names = "--runs", paramLabel = "N", description = "Runs of each (default: ${DEFAULT-VALUE}).")
    private int runs = 5;

    @Option(names = "--pgbench", paramLabel = "FILE", description = "The program, where it is not on the search path.")
    private @Nullable Path pgbench;

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "In which pgbench speaks: simple (its own default), extended or prepared, the fastest "
                    + "(default: ${DEFAULT-VALUE}).")
    private String protocol = "simple";

    LedgerBenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (seconds < 1 || runs < 1 || batches.stream().anyMatch(batch -> batch < 1)) {
            terminal.problem("--seconds, --runs and --batches are numbers from 1 on.");
            return ExitCode.USAGE;
        }
        if (!PROTOCOLS.contains(protocol)) {
            terminal.problem("--protocol is one of " + String.join(", ", PROTOCOLS) + ".");
            return ExitCode.USAGE;
        }
        Optional<Path> reference = pgbench == null ? Pgbench.installed() : Optional.of(pgbench);
        if (reference.isEmpty()) {
            terminal.problem(
                    "There is no pgbench on this machine. It comes with PostgreSQL; on Debian and Ubuntu: apt-get install postgresql-contrib");
            return ExitCode.USAGE;
        }
        var plan = new LedgerPlan(reference.get(), protocol, CLIENTS, batches, runs, Duration.ofSeconds(seconds));
        var result = measured(plan);
        if (options.asJson()) {
            terminal.json(result);
        } else {
            terminal.line(LedgerText.of(result));
        }
        return ExitCode.OK;
    }

    private LedgerResult measured(LedgerPlan plan) {
        try (var progress = terminal.benchProgress(options.asJson())) {
            return new LedgerBench(Installation.ofThisBuild(), plan).run(progress);
        }
    }
}
