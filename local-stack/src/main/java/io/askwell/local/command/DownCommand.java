package io.askwell.local.command;

import io.askwell.local.product.Inspection;
import io.askwell.local.product.Product;
import io.askwell.local.product.Refusal;
import io.askwell.local.product.Shutdown;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stops the product in order; its data stay.")
final class DownCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    DownCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var directory = options.directory();
        if (!directory.isAskwell()) {
            terminal.line("There is no product in " + directory.root() + ".");
            return ExitCode.OK;
        }
        var product = Product.in(directory);
        var nothingRan = !new Inspection(product).anythingRuns();
        try (var display = terminal.stop()) {
            if (!new Shutdown(product, display).run()) {
                terminal.problem(new Refusal.Busy(directory.root()).line());
                return ExitCode.SOFTWARE;
            }
        }
        if (nothingRan) {
            terminal.line("Nothing was running.");
        }
        return ExitCode.OK;
    }
}
