package io.askwell.local.command;

import io.askwell.local.product.Product;
import io.askwell.local.product.RewardPreview;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "preview",
        description =
                "Judges the recorded conversions under the program in force and under another one, and shows what would have "
                        + "been promised. It changes nothing.")
final class RewardsPreviewCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--program",
            paramLabel = "FILE",
            required = true,
            description =
                    "The program to try: a changed copy of reward-ledger/src/main/resources/program-default-v1.yaml.")
    private Path program = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    RewardsPreviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var directory = options.directory();
        if (!directory.isAskwell()) {
            terminal.problem("There is no product in " + directory.root() + ". Start one: ./askwell up --detach"
                    + options.repeated());
            return ExitCode.SOFTWARE;
        }
        var preview = new RewardPreview(Product.in(directory));
        if (!preview.isRunning()) {
            terminal.problem("A program is tried by a running product, and reward-ledger does not answer. "
                    + "Start it: ./askwell up --detach" + options.repeated());
            return ExitCode.SOFTWARE;
        }
        try {
            return print(preview.run(program));
        } catch (FileNotFoundException missing) {
            terminal.problem("There is no file " + program + ".");
            return ExitCode.USAGE;
        }
    }

    private int print(RewardPreview.Result result) {
        return switch (result) {
            case RewardPreview.Result.Previewed(var report) -> {
                if (json) {
                    terminal.json(report);
                } else {
                    terminal.line(PreviewText.of(report));
                }
                yield ExitCode.OK;
            }
            case RewardPreview.Result.Refused(var said) -> {
                terminal.problem(said);
                yield ExitCode.SOFTWARE;
            }
        };
    }
}
