package io.askwell.local.command;

import io.askwell.local.product.Login;
import io.askwell.local.server.Provisioning;
import io.askwell.local.server.Tokens;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "provision",
        description = "Gives a broker and a registry that run elsewhere Askwell's topics and schemas, and prints one "
                + "bearer token per role. Done again it changes nothing. `up` needs no such call.")
final class ProvisionCommand implements Callable<Integer> {

    private final Terminal terminal;

    /** Acted on by picocli alone. */
    @SuppressWarnings("UnusedVariable")
    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT", description = "The broker.")
    private @Nullable String kafka;

    @Option(names = "--registry", required = true, paramLabel = "URL", description = "The registry, without a path.")
    private @Nullable String registry;

    @Option(
            names = "--keys",
            required = true,
            paramLabel = "DIR",
            description = "Where the key pair of the tokens lies, or is made.")
    private @Nullable Path keys;

    ProvisionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (kafka == null || registry == null || keys == null) {
            throw new IllegalStateException("picocli lets no call through without its required options");
        }
        new Provisioning(kafka, registry + "/apis/ccompat/v7").run();
        Tokens tokens = Tokens.load(keys);
        for (Login login : Login.values()) {
            terminal.line(login.variable() + "=" + tokens.mint(login.subject(), login.role()));
        }
        return ExitCode.OK;
    }
}
