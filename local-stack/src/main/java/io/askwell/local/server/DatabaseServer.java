package io.askwell.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL, owned by the role {@code askwell}. {@code directory} keeps its log and its data.
 *
 * <p>With {@link Durability#UNTIL_POWER_CUT} a commit survives the end of any process, kill -9 included, but not that
 * of the machine; tests use it for speed.
 */
public record DatabaseServer(
        Installation installation, Path directory, int port, String ownerPassword, Durability durability)
        implements LocalServer {

    /** What a commit survives. */
    public enum Durability {
        FULL,
        UNTIL_POWER_CUT
    }

    public static final String OWNER = "askwell";
    public static final String DATABASE = "askwell";

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 3;

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port + "/" + DATABASE;
    }

    @Override
    public Path log() {
        return directory.resolve("postgresql.log");
    }

    public String jdbcUrl() {
        return owner().jdbcUrl(DATABASE);
    }

    /** The owner's address in the form that libpq and most drivers outside Java read. */
    public String uri() {
        return "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(OWNER, ownerPassword, port, DATABASE);
    }

    /** Creates the cluster and Askwell's database on the first launch. */
    @Override
    public ProcessHandle launch() {
        if (!Files.exists(data())) {
            initialise();
        }
        PostmasterFile.in(data()).ifPresent(PostmasterFile::deleteIfStale);
        startPatiently();
        owner().createDatabase(DATABASE);
        return stray().orElseThrow(() -> new ServerFailedException("PostgreSQL ended right after it started"));
    }

    /** PostgreSQL keeps its process id in a file, so it is found again even if whoever launched it was killed meanwhile. */
    @Override
    public Optional<ProcessHandle> stray() {
        return PostmasterFile.in(data()).flatMap(PostmasterFile::process);
    }

    @Override
    public boolean isReady() {
        return FreePorts.answers(port) && owner().reaches(DATABASE);
    }

    /**
     * Ends all sessions and stops; a plain end signal would wait for every client to leave. A server that does not obey
     * is killed, after which the next launch recovers what was committed.
     */
    @Override
    public void stop(ProcessHandle process, Duration patience) {
        if (!Processes.isRunning(process)) {
            return;
        }
        try {
            control("stop", "-m", "fast", "-w", "-t", Long.toString(patience.toSeconds()));
        } catch (ServerFailedException e) {
            Processes.kill(process);
        }
    }

    /** Creates the role and the schema of a service, or gives the role this password if it exists already. */
    public ServiceDatabase createService(String service, String password) {
        return owner().createService(DATABASE, service, password);
    }

    /** The same in another database. */
    public ServiceDatabase createService(String database, String service, String password) {
        return owner().createService(database, service, password);
    }

    /** Creates an empty database if it does not exist. */
    public void createDatabase(String database) {
        owner().createDatabase(database);
    }

    /** Made elsewhere and moved, so that an interrupted creation leaves no half cluster behind. */
    private void initialise() {
        var unfinished = directory.resolve("data.unfinished");
        var passwordFile = directory.resolve("initial-password");
        try {
            Trees.delete(unfinished);
            Files.deleteIfExists(passwordFile);
            Files.createDirectories(directory);
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, ownerPassword);
            var command = new ArrayList<>(binaries()
                    .command(
                            "initdb",
                            "--pgdata=" + unfinished,
                            "--username=" + OWNER,
                            "--pwfile=" + passwordFile,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C"));
            if (durability == Durability.UNTIL_POWER_CUT) {
                command.add("--no-sync");
            }
            Processes.run(command, ENVIRONMENT, START_PATIENCE);
            Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ServerFailedException("Could not prepare " + directory + ": " + e.getMessage(), e);
        } finally {
            passwordFile.toFile().delete();
        }
    }

    /**
     * After a kill -9 the children of the old postmaster need a moment to see that it is gone, and until then a new one
     * refuses to start; so a refusal is tried again.
     */
    private void startPatiently() {
        for (var attempt = 1; ; attempt++) {
            try {
                var seconds = Long.toString(START_PATIENCE.toSeconds());
                control("start", "-w", "-t", seconds, "-l", log().toString(), "-o", options());
                return;
            } catch (ServerFailedException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Processes.pause();
            }
        }
    }

    private String options() {
        var options = List.of(
                "-p " + port,
                "-c listen_addresses=127.0.0.1",
                "-c unix_socket_directories=''",
                "-c max_connections=100",
                "-c shared_buffers=48MB",
                "-c timezone=UTC",
                "-c log_timezone=UTC");
        var text = String.join(" ", options);
        return durability == Durability.FULL ? text : text + " -c fsync=off -c full_page_writes=off";
    }

    private void control(String action, String... arguments) {
        var command = new ArrayList<>(binaries().command("pg_ctl", action, "-D", data().toString(), "-s"));
        command.addAll(List.of(arguments));
        Processes.run(command, ENVIRONMENT, START_PATIENCE.plusSeconds(5));
    }

    private DatabaseOwner owner() {
        return new DatabaseOwner(port, OWNER, ownerPassword);
    }

    private PostgresBinaries binaries() {
        return PostgresBinaries.in(installation.postgresql());
    }

    private Path data() {
        return directory.resolve("data");
    }

    /** Messages in English, whatever the machine speaks. */
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C");
}
