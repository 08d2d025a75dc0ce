package io.askwell.local.command;

import io.askwell.local.product.Inspection;
import io.askwell.local.product.Product;
import io.askwell.local.product.ServerState;
import io.askwell.local.product.ServerStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Shows how every server is. Exits with 0 only when all are healthy.")
final class StatusCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var directory = options.directory();
        if (!directory.isAskwell()) {
            terminal.problem(
                    "There is no product in " + directory.root() + ". Start one: ./askwell up" + options.repeated());
            return ExitCode.SOFTWARE;
        }
        var statuses = new Inspection(Product.in(directory)).run();
        var healthy = statuses.stream().allMatch(ServerStatus::isHealthy);
        if (json) {
            var values = new LinkedHashMap<String, Object>();
            values.put("healthy", healthy);
            values.put("memoryBytes", ProductTables.memoryBytes(statuses));
            values.put("processes", ProductTables.statusValues(statuses));
            terminal.json(values);
        } else {
            terminal.line(ProductTables.statuses(statuses));
            terminal.line("");
            terminal.line(
                    healthy
                            ? "All healthy; all processes together hold "
                                    + Figures.memory(ProductTables.memoryBytes(statuses)) + "."
                            : "Not healthy.");
            statuses.forEach(this::hint);
        }
        return healthy ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void hint(ServerStatus status) {
        var name = status.server().name();
        var hints = switch (status.state()) {
            case ServerState.Healthy healthy -> List.<String>of();
            case ServerState.Stopped stopped -> List.<String>of();
            case ServerState.Crashed crashed ->
                List.of("%s has crashed: ./askwell logs %s%s shows why, ./askwell up --detach%s starts it again."
                        .formatted(name, name, options.repeated(), options.repeated()));
            case ServerState.NotAnswering silent ->
                List.of("%s runs but does not answer: ./askwell logs %s%s".formatted(name, name, options.repeated()));
        };
        hints.forEach(terminal::line);
    }
}
