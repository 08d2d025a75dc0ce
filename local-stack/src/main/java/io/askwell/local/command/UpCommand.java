package io.askwell.local.command;

import io.askwell.local.product.Inspection;
import io.askwell.local.product.Product;
import io.askwell.local.product.StartResult;
import io.askwell.local.product.Startup;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts the whole product, each server its own process. What runs already is left alone.")
final class UpCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--detach", description = "Return once all is healthy instead of staying until Ctrl-C.")
    private boolean detach;

    @Mixin
    private PortOption ports = new PortOption();

    @Option(names = "--json", description = "Print the result as JSON, and the progress to standard error.")
    private boolean json;

    UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var problem = ports.problem(options.directory());
        if (problem.isPresent()) {
            terminal.problem(problem.get());
            return ExitCode.USAGE;
        }
        return start(ports.product(options.directory()));
    }

    private int start(Product product) throws InterruptedException {
        var display = terminal.startOf(product, json);
        var startup = new Startup(product, display);
        var foreground = detach ? null : Foreground.keep(product, startup, display, terminal);
        var result = startup.run();
        if (startup.isCancelled()) {
            // Ctrl-C: the rest happens in the hook that this exit runs into.
            return ExitCode.SOFTWARE;
        }
        display.close();
        return switch (result) {
            case StartResult.Refused refused -> {
                if (foreground != null) {
                    foreground.leaveAlone();
                }
                terminal.problem(refused.refusal().line());
                yield ExitCode.SOFTWARE;
            }
            case StartResult.Failed failed -> {
                failed.reasons().forEach(terminal::problem);
                yield ExitCode.SOFTWARE;
            }
            case StartResult.Healthy healthy -> {
                print(product, healthy.took());
                if (foreground != null) {
                    terminal.line("\nCtrl-C stops everything.");
                    foreground.stay();
                    if (!startup.isCancelled()) {
                        terminal.line("Everything was stopped by another command.");
                    }
                }
                yield ExitCode.OK;
            }
        };
    }

    private void print(Product product, Duration took) {
        var statuses = new Inspection(product).run();
        var memory = ProductTables.memoryBytes(statuses);
        if (json) {
            var values = new LinkedHashMap<String, Object>();
            values.put("healthy", true);
            values.put("seconds", took.toMillis() / 1000.0);
            values.put("memoryBytes", memory);
            values.put("processes", ProductTables.statusValues(statuses));
            values.put("logins", ProductTables.loginValues());
            values.put("localEnv", product.directory().localEnv().toString());
            terminal.json(values);
            return;
        }
        for (var block : List.of(
                "",
                ProductTables.addresses(product),
                "",
                ProductTables.logins(product),
                "",
                "Healthy after " + Figures.seconds(took) + "; all processes together hold " + Figures.memory(memory)
                        + ". The services explain their APIs at /swagger-ui.html.")) {
            terminal.line(block);
        }
    }
}
