package io.askwell.local.command;

import io.askwell.local.demo.Picture;
import io.askwell.local.demo.PictureText;
import io.askwell.local.demo.StoryInterruptedException;
import io.askwell.local.demo.StoryRecord;
import io.askwell.local.demo.Telling;
import io.askwell.local.product.Inspection;
import io.askwell.local.product.LocalEnvironment;
import io.askwell.local.product.Product;
import io.askwell.local.product.ServerStatus;
import io.askwell.local.product.StartResult;
import io.askwell.local.product.Startup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description =
                "Starts the product if it is not running, tells it the sample story through its public HTTP APIs, "
                        + "and shows what it made of it. Done again it changes nothing.")
final class DemoCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private PortOption ports = new PortOption();

    @Option(names = "--json", description = "Print the product's answers as JSON, and the progress to standard error.")
    private boolean json;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var refusal = ports.problem(options.directory());
        if (refusal.isPresent()) {
            terminal.problem(refusal.get());
            return ExitCode.USAGE;
        }
        var product = ports.product(options.directory());
        if (!isUp(product)) {
            return ExitCode.SOFTWARE;
        }
        try {
            var picture = tell(product);
            if (json) {
                terminal.json(picture);
            } else {
                terminal.line(PictureText.of(picture));
                terminal.line("\nMails that landed in the local mailbox");
                terminal.line(MailText.of(product.mailbox().mails()));
            }
            return ExitCode.OK;
        } catch (StoryInterruptedException e) {
            terminal.problem(String.valueOf(e.getMessage()));
            return ExitCode.SOFTWARE;
        }
    }

    private Picture tell(Product product) {
        var record = StoryRecord.of(product.directory());
        try (var progress = terminal.progress(json)) {
            if (record.isOld()) {
                progress.line("This story was first told at " + record.told() + "; the same facts are sent again.");
            }
            return new Telling(LocalEnvironment.read(product.directory()), record.told(), progress::step).run();
        }
    }

    private boolean isUp(Product product) {
        if (product.directory().isAskwell()
                && new Inspection(product).run().stream().allMatch(ServerStatus::isHealthy)) {
            return true;
        }
        var display = terminal.startOf(product, json);
        var result = new Startup(product, display).run();
        display.close();
        return switch (result) {
            case StartResult.Healthy _ -> true;
            case StartResult.Refused(var refusal) -> {
                terminal.problem(refusal.line());
                yield false;
            }
            case StartResult.Failed(var reasons) -> {
                reasons.forEach(terminal::problem);
                yield false;
            }
        };
    }
}
