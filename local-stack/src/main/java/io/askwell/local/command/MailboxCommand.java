package io.askwell.local.command;

import io.askwell.local.product.Product;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "mailbox", description = "Lists the mails that landed in the product's local mail server.")
final class MailboxCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--json", description = "Print JSON, each mail with its whole text.")
    private boolean json;

    MailboxCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var directory = options.directory();
        if (!directory.isAskwell()) {
            terminal.problem("There is no product in " + directory.root() + ".");
            return ExitCode.SOFTWARE;
        }
        var mails = Product.in(directory).mailbox().mails();
        if (json) {
            terminal.json(Map.of("mails", mails));
        } else {
            terminal.line(MailText.of(mails));
        }
        return ExitCode.OK;
    }
}
