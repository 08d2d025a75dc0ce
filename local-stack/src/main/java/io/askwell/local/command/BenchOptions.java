package io.askwell.local.command;

import picocli.CommandLine.Option;

/** What every benchmark understands. */
final class BenchOptions {

    /** Acted on by picocli alone. */
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Explain this benchmark.")
    private boolean help;

    @Option(names = "--json", description = "Print JSON, and the progress to standard error.")
    private boolean json;

    boolean asJson() {
        return json;
    }
}
