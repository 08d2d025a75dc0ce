package io.askwell.local.command;

import io.askwell.local.product.Product;
import io.askwell.local.product.Refusal;
import io.askwell.local.product.Shutdown;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "reset",
        description = "Stops the product and deletes all that its data directory keeps, log-ins included.")
final class ResetCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--yes", description = "Required, because there is no way back.")
    private boolean confirmed;

    ResetCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var directory = options.directory();
        if (!directory.isAskwell()) {
            terminal.problem(directory.root() + " is not a data directory of Askwell; nothing was deleted.");
            return ExitCode.SOFTWARE;
        }
        if (!confirmed) {
            terminal.problem("This deletes all data in " + directory.root()
                    + ". If that is meant: ./askwell reset --yes" + options.repeated());
            return ExitCode.USAGE;
        }
        try (var display = terminal.stop()) {
            if (!new Shutdown(Product.in(directory), display).run()) {
                terminal.problem(new Refusal.Busy(directory.root()).line());
                return ExitCode.SOFTWARE;
            }
        }
        directory.delete();
        terminal.line("Deleted the data in " + directory.root() + ".");
        return ExitCode.OK;
    }
}
