package io.askwell.local.command;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "bench",
        description =
                "Measures this build against a named reference in the same run. Without a name, all benchmarks, one after another. "
                        + "A product that runs is left alone, but takes time from the measurement.",
        synopsisSubcommandLabel = "[NAME]")
final class BenchCommand implements Callable<Integer> {

    private static final List<String> BENCHMARKS = List.of(
            ScorerBenchCommand.NAME,
            AskLatencyBenchCommand.NAME,
            MatchingBenchCommand.NAME,
            AttributionBenchCommand.NAME,
            LedgerBenchCommand.NAME);

    private final Terminal terminal;

    /** Acted on by picocli alone. */
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explain this command.")
    private boolean help;

    @Parameters(arity = "0..1", hidden = true)
    private @Nullable String unknown;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine of(Terminal terminal) {
        return new CommandLine(new BenchCommand(terminal))
                .addSubcommand(new ScorerBenchCommand(terminal))
                .addSubcommand(new AskLatencyBenchCommand(terminal))
                .addSubcommand(new MatchingBenchCommand(terminal))
                .addSubcommand(new AttributionBenchCommand(terminal))
                .addSubcommand(new LedgerBenchCommand(terminal));
    }

    @Override
    public Integer call() throws Exception {
        if (unknown != null) {
            terminal.problem("There is no benchmark " + unknown + ". There are: " + String.join(", ", BENCHMARKS));
            return ExitCode.USAGE;
        }
        int scorer = new ScorerBenchCommand(terminal).call();
        int askLatency = new AskLatencyBenchCommand(terminal).call();
        int matching = new MatchingBenchCommand(terminal).call();
        int attribution = new AttributionBenchCommand(terminal).call();
        int ledger = new LedgerBenchCommand(terminal).call();
        return Collections.max(List.of(scorer, askLatency, matching, attribution, ledger));
    }
}
