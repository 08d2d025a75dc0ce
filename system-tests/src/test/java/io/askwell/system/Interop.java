package io.askwell.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.askwell.system.AskwellProduct.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Clients that nobody here wrote: kafkajs and the official Confluent schema-registry client, run by Node. */
final class Interop {

    private static final Path SCRIPTS =
            Repository.root().resolve("system-tests").resolve("interop");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AskwellProduct product;

    private Interop(AskwellProduct product) {
        this.product = product;
    }

    /** Skips the test where there is no Node; installs the locked packages once. */
    static Interop installed(AskwellProduct product) {
        assumeTrue(Tools.onPath("npm"), "npm is not installed");
        if (!Files.exists(SCRIPTS.resolve("node_modules").resolve(".package-lock.json"))) {
            Finished install = product.run(List.of("npm", "ci", "--no-fund", "--no-audit"), SCRIPTS);
            assertThat(install.exitCode()).as(install.output()).isZero();
        }
        return new Interop(product);
    }

    void writeSignal(String json) {
        Finished finished = product.run(List.of("node", "interop.mjs", "write-signal", json), SCRIPTS);
        assertThat(finished.exitCode()).as(finished.output()).isZero();
    }

    /** The ids of the asks that wait, as the topic tells. */
    Set<String> openQueue() {
        Finished finished = product.run(List.of("node", "interop.mjs", "open-queue"), SCRIPTS);
        assertThat(finished.exitCode()).as(finished.output()).isZero();
        return finished.output()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> JSON.readTree(line).path("askId").asString())
                .collect(Collectors.toSet());
    }
}
