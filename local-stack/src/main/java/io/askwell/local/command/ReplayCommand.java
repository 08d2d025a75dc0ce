package io.askwell.local.command;

import io.askwell.local.product.Product;
import io.askwell.local.product.ReplayProgram;
import io.askwell.local.product.ServiceProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "replay",
        description = "Scores the recorded signals again under another readiness policy and shows whose decision would "
                + "change. It changes nothing.")
final class ReplayCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            required = true,
            description = "The readiness policy to try: a changed copy of "
                    + "readiness-scorer/src/main/resources/policy/readiness-v1.yaml.")
    private Path policy = Path.of("");

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "Judge by this moment instead of now, for example 2026-11-01T12:00:00Z; "
                    + "signals that were accepted after it do not count.")
    private @Nullable Instant at;

    @Option(names = "--json", description = "Print JSON, and the progress to standard error.")
    private boolean json;

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(policy)) {
            terminal.problem("There is no file " + policy + ".");
            return ExitCode.USAGE;
        }
        var directory = options.directory();
        if (!directory.isAskwell()) {
            terminal.problem("There is no product in " + directory.root() + ". Start one: ./askwell up --detach"
                    + options.repeated());
            return ExitCode.SOFTWARE;
        }
        var program = new ReplayProgram(Product.in(directory));
        var missing = program.missing();
        if (missing.isPresent()) {
            terminal.problem("The replay reads from a running product, and " + missing.get()
                    + " does not answer. Start it: ./askwell up --detach" + options.repeated());
            return ExitCode.SOFTWARE;
        }
        return print(run(program));
    }

    private ServiceProgram.Result run(ReplayProgram program) {
        try (var progress = terminal.progress(json)) {
            return program.run(policy, at, progress::step);
        }
    }

    private int print(ServiceProgram.Result result) {
        return switch (result) {
            case ServiceProgram.Result.Answered(var document) -> {
                var report = JsonMapper.shared().readTree(document);
                if (json) {
                    terminal.json(report);
                } else {
                    terminal.line(ReplayText.of(report));
                }
                yield ExitCode.OK;
            }
            case ServiceProgram.Result.Failed(var said) -> {
                said.forEach(terminal::problem);
                yield ExitCode.SOFTWARE;
            }
        };
    }
}
