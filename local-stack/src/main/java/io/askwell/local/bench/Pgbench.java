package io.askwell.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.local.server.DatabaseServer;
import io.askwell.local.server.ServerFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** PostgreSQL's own benchmark with its own transaction, which is like TPC-B: three updates, a read and an insert. */
public final class Pgbench {

    /** More branches than clients, or the clients would wait for each other's rows and not for the server. */
    private static final int SCALE = 10;

    private static final Pattern PACE = Pattern.compile("tps = ([0-9.]+)");
    private static final Path OF_DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path program;
    private final DatabaseServer database;
    private final String protocol;
    private final int clients;

    Pgbench(Path program, DatabaseServer database, String protocol, int clients) {
        this.program = program;
        this.database = database;
        this.protocol = protocol;
        this.clients = clients;
    }

    /** Where this machine has it: on the search path, or where Debian puts it. */
    public static Optional<Path> installed() {
        List<Path> candidates = new ArrayList<>();
        for (String directory :
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1)) {
            candidates.add(Path.of(directory, "pgbench"));
        }
        if (Files.isDirectory(OF_DEBIAN)) {
            try (var versions = Files.newDirectoryStream(OF_DEBIAN)) {
                versions.forEach(version -> candidates.add(version.resolve("bin/pgbench")));
            } catch (IOException e) {
                throw new ServerFailedException("Could not look for pgbench: " + e.getMessage(), e);
            }
        }
        return candidates.stream().filter(Files::isExecutable).findFirst();
    }

    void prepare() {
        run("--initialize", "--quiet", "--scale=" + SCALE);
    }

    double transactionsPerSecond(Duration time) {
        return pace(run(
                "--client=" + clients,
                "--jobs=2",
                "--no-vacuum",
                "--protocol=" + protocol,
                "--time=" + time.toSeconds()));
    }

    static double pace(String said) {
        var pace = PACE.matcher(said);
        if (!pace.find()) {
            throw new ServerFailedException("pgbench told no pace:\n" + said);
        }
        return Double.parseDouble(pace.group(1));
    }

    private String run(String... options) {
        var command = new ArrayList<>(List.of(
                program.toString(),
                "--host=127.0.0.1",
                "--port=" + database.port(),
                "--username=" + DatabaseServer.OWNER));
        command.addAll(Arrays.asList(options));
        command.add(DatabaseServer.DATABASE);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.ownerPassword());
        try {
            var process = builder.start();
            String said;
            try (var output = process.getInputStream()) {
                said = new String(output.readAllBytes(), UTF_8);
            }
            if (process.waitFor() != 0) {
                throw new ServerFailedException("pgbench failed:\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new ServerFailedException("pgbench could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while waiting for pgbench", e);
        }
    }
}
