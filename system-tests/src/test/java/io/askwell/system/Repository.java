package io.askwell.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where the product's sources and build results are. */
final class Repository {

    /** The services, in the order in which facts flow. */
    static final List<String> SERVICES =
            List.of("signal-ingest", "readiness-scorer", "ask-drafter", "attribution-tracker", "reward-ledger");

    static final List<String> MODULES = Stream.concat(
                    Stream.of("schemas", "event-transport", "local-stack", "system-tests"), SERVICES.stream())
            .toList();

    private Repository() {}

    static Path root() {
        return Path.of(Objects.requireNonNull(System.getProperty("askwell.repository"), "set by the build"));
    }

    static List<Path> javaSources() {
        return MODULES.stream()
                .flatMap(module -> filesBelow(root().resolve(module).resolve("src"), ".java"))
                .toList();
    }

    private static Stream<Path> filesBelow(Path directory, String ending) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
