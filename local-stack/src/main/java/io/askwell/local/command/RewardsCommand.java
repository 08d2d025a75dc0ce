package io.askwell.local.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "rewards", description = "Work with reward programs.", synopsisSubcommandLabel = "COMMAND")
final class RewardsCommand {

    /** Acted on by picocli alone. */
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explain this command.")
    private boolean help;

    private RewardsCommand() {}

    static CommandLine of(Terminal terminal) {
        return new CommandLine(new RewardsCommand()).addSubcommand(new RewardsPreviewCommand(terminal));
    }
}
