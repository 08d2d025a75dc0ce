package io.askwell.local.command;

import io.askwell.local.server.ServerFailedException;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The entry point. */
@Command(
        name = "askwell",
        description = "Referral operations over Kafka, on this machine and without Docker.",
        mixinStandardHelpOptions = true,
        version = "askwell 1.0.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Askwell {

    private Askwell() {}

    public static void main(String[] arguments) {
        // What libraries log by this way is no more for a person than the rest of their logs.
        LogManager.getLogManager().reset();
        System.exit(commandLine(Terminal.ofThisJvm()).execute(arguments));
    }

    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new Askwell())
                .addSubcommand(new UpCommand(terminal))
                .addSubcommand(new DownCommand(terminal))
                .addSubcommand(new StatusCommand(terminal))
                .addSubcommand(new DemoCommand(terminal))
                .addSubcommand(new MailboxCommand(terminal))
                .addSubcommand(new LogsCommand(terminal))
                .addSubcommand(new ReplayCommand(terminal))
                .addSubcommand(new RebuildCommand(terminal))
                .addSubcommand("rewards", RewardsCommand.of(terminal))
                .addSubcommand(new ResetCommand(terminal))
                .addSubcommand(new ProvisionCommand(terminal))
                .addSubcommand("bench", BenchCommand.of(terminal))
                .addSubcommand(new HelpCommand())
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (exception instanceof ServerFailedException) {
                        terminal.problem(String.valueOf(exception.getMessage()));
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw exception;
                });
    }
}
