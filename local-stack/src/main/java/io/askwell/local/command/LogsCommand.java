package io.askwell.local.command;

import io.askwell.local.product.Product;
import io.askwell.local.server.LocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Prints the log of one server.")
final class LogsCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "SERVICE", description = "A name that ./askwell status shows.")
    private String service = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on printing what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "Begin with the last N lines (default: ${DEFAULT-VALUE}).")
    private int lines = 200;

    LogsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var directory = options.directory();
        if (!directory.isAskwell()) {
            terminal.problem("There is no product in " + directory.root() + ".");
            return ExitCode.SOFTWARE;
        }
        var servers = Product.in(directory).servers();
        var server =
                servers.stream().filter(each -> each.name().equals(service)).findFirst();
        if (server.isEmpty()) {
            terminal.problem("There is no server " + service + ". There are: "
                    + servers.stream().map(LocalServer::name).collect(Collectors.joining(", ")) + ".");
            return ExitCode.USAGE;
        }
        var log = server.get().log();
        if (!Files.exists(log)) {
            terminal.problem(service + " has not been started yet.");
            return ExitCode.SOFTWARE;
        }
        var tail = new LogTail(log, terminal.out());
        tail.printLast(lines);
        if (follow) {
            tail.follow();
        }
        return ExitCode.OK;
    }
}
