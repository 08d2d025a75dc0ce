package io.askwell.local.command;

import io.askwell.local.product.Product;
import io.askwell.local.product.Queue;
import io.askwell.local.product.QueueRebuild;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rebuild",
        description =
                "Writes the topic of a queue again from the database, so that a reader from its start holds exactly "
                        + "what waits for a person. Decisions that are made meanwhile take their place; done again it does no harm.")
final class RebuildCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "QUEUE", description = "Which queue: pending-asks.")
    private String name = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    RebuildCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var queue = Queue.named(name);
        if (queue.isEmpty()) {
            terminal.problem("There is no queue " + name + ". There is: "
                    + Arrays.stream(Queue.values()).map(Queue::label).collect(Collectors.joining(", ")));
            return ExitCode.USAGE;
        }
        var directory = options.directory();
        if (!directory.isAskwell()) {
            terminal.problem("There is no product in " + directory.root() + ". Start one: ./askwell up --detach"
                    + options.repeated());
            return ExitCode.SOFTWARE;
        }
        var rebuild = new QueueRebuild(Product.in(directory), queue.get());
        var missing = rebuild.missing();
        if (missing.isPresent()) {
            terminal.problem("A queue is rebuilt by a running product, and " + missing.get()
                    + " does not answer. Start it: ./askwell up --detach" + options.repeated());
            return ExitCode.SOFTWARE;
        }
        return print(queue.get(), rebuild.run());
    }

    private int print(Queue queue, QueueRebuild.Result result) {
        return switch (result) {
            case QueueRebuild.Result.Rebuilt(var queued, var removed) -> {
                if (json) {
                    var values = new LinkedHashMap<String, Object>();
                    values.put("queue", queue.label());
                    values.put("queued", queued);
                    values.put("removed", removed);
                    terminal.json(values);
                } else {
                    terminal.line("%s: %,d written again, %,d removed".formatted(queue.label(), queued, removed));
                }
                yield ExitCode.OK;
            }
            case QueueRebuild.Result.Refused(var said) -> {
                terminal.problem(said);
                yield ExitCode.SOFTWARE;
            }
        };
    }
}
