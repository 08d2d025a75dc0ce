package io.askwell.local.command;

import io.askwell.local.product.DataDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command understands. */
final class CommonOptions {

    /** Acted on by picocli alone. */
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explain this command.")
    private boolean help;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the product keeps its data (default: ${DEFAULT-VALUE}). One directory is one product.")
    private Path data = Path.of(".askwell");

    DataDirectory directory() {
        return new DataDirectory(data);
    }

    /** The option as it must be repeated in a suggested command; empty for the default. */
    String repeated() {
        return data.equals(Path.of(".askwell")) ? "" : " --data " + data;
    }
}
