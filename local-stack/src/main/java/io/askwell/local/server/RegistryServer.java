package io.askwell.local.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schema registry (Apicurio), which speaks its own API and the Confluent one. */
public record RegistryServer(Installation installation, Path directory, int port, Storage storage)
        implements LocalServer {

    /** Where the schemas live. */
    public sealed interface Storage {

        /** Gone with the process: for tests. */
        record Memory() implements Storage {}

        /** Survives restarts: for the product. */
        record Database(ServiceDatabase database) implements Storage {}
    }

    @Override
    public String name() {
        return "registry";
    }

    /** The root, below which clients append the path of the API that they speak. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public String address() {
        return url();
    }

    /** The base URL for clients of Confluent's registry. */
    public String confluentUrl() {
        return url() + "/apis/ccompat/v7";
    }

    @Override
    public Path log() {
        return directory.resolve("registry.log");
    }

    @Override
    public ProcessHandle launch() {
        var command = new ArrayList<>(List.of(
                Installation.java(),
                "-XX:+UseSerialGC",
                // It starts in half the time, and clients ask it once for each schema.
                "-XX:TieredStopAtLevel=1",
                "-Xmx224m",
                "-Xss512k",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                // Its management port is nobody's business here; the system picks a free one.
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dquarkus.log.console.json.enabled=false"));
        storageSettings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", installation.registryJar().toString()));
        return Processes.launch(command, secretSettings(), log());
    }

    /** Asks for the subjects, which goes through to the storage. */
    @Override
    public boolean isReady() {
        return FreePorts.answers(port) && HttpProbe.answersOk(confluentUrl() + "/subjects");
    }

    private Map<String, String> storageSettings() {
        return switch (storage) {
            case Storage.Memory memory -> Map.of("apicurio.storage.kind", "sql", "apicurio.storage.sql.kind", "h2");
            case Storage.Database stored ->
                Map.of(
                        "apicurio.storage.kind", "sql",
                        "apicurio.storage.sql.kind", "postgresql",
                        "apicurio.datasource.url", stored.database().jdbcUrl(),
                        "apicurio.datasource.username", stored.database().user(),
                        "apicurio.datasource.jdbc.initial-size", "2",
                        "apicurio.datasource.jdbc.min-size", "2",
                        "apicurio.datasource.jdbc.max-size", "8");
        };
    }

    /** The password travels by environment, because command lines can be read by every user of the machine. */
    private Map<String, String> secretSettings() {
        return switch (storage) {
            case Storage.Memory memory -> Map.of();
            case Storage.Database stored ->
                Map.of("APICURIO_DATASOURCE_PASSWORD", stored.database().password());
        };
    }
}
