package io.askwell.local.bench;

import io.askwell.local.server.BrokerServer;
import io.askwell.local.server.DatabaseServer;
import io.askwell.local.server.FreePorts;
import io.askwell.local.server.Installation;
import io.askwell.local.server.LocalServer;
import io.askwell.local.server.Processes;
import io.askwell.local.server.Provisioning;
import io.askwell.local.server.RegistryServer;
import io.askwell.local.server.RunningServer;
import io.askwell.local.server.ServerFailedException;
import io.askwell.local.server.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/**
 * A broker and a registry of a benchmark's own, with every topic and schema, in a temporary directory. Whatever ends the
 * benchmark, Ctrl-C too, stops them and deletes the directory.
 */
final class Workbench implements AutoCloseable {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final Installation installation;
    private final Path directory;
    private final Deque<Runnable> undoing = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::undo, "bench-end");
    private final BrokerServer broker;
    private final RegistryServer registry;

    Workbench(Installation installation) {
        this.installation = installation;
        this.directory = temporaryDirectory();
        this.broker = new BrokerServer(installation, directory.resolve("kafka"), FreePorts.next());
        this.registry = new RegistryServer(
                installation, directory.resolve("registry"), FreePorts.next(), new RegistryServer.Storage.Memory());
        undoing.push(this::deleteDirectory);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    void open() {
        start(broker);
        start(registry);
        new Provisioning(broker.bootstrapServers(), registry.confluentUrl()).run();
    }

    /** PostgreSQL as a product has it: a commit survives a power cut. */
    DatabaseServer openDatabase() {
        var database = new DatabaseServer(
                installation,
                directory.resolve("postgresql"),
                FreePorts.next(),
                UUID.randomUUID().toString(),
                DatabaseServer.Durability.FULL);
        start(database);
        return database;
    }

    Installation installation() {
        return installation;
    }

    Path directory() {
        return directory;
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    String registryUrl() {
        return registry.url();
    }

    /** Launches it without waiting. */
    ProcessHandle launch(Contender contender) {
        synchronized (undoing) {
            var process = contender.launch();
            undoing.push(() -> end(process));
            return process;
        }
    }

    /** Stops it in order and deletes all that it kept. */
    void end(Contender contender, ProcessHandle process) {
        end(process);
        delete(contender.directory());
    }

    @Override
    public void close() {
        undo();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void start(LocalServer server) {
        synchronized (undoing) {
            var running = RunningServer.start(server);
            undoing.push(running::stop);
        }
    }

    private void undo() {
        synchronized (undoing) {
            while (!undoing.isEmpty()) {
                undoing.pop().run();
            }
        }
    }

    private static void end(ProcessHandle process) {
        Processes.stop(process, STOP_PATIENCE);
    }

    private void deleteDirectory() {
        delete(directory);
    }

    private static void delete(Path path) {
        try {
            Trees.delete(path);
        } catch (IOException e) {
            throw new ServerFailedException("Could not delete " + path + ": " + e.getMessage(), e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("askwell-bench");
        } catch (IOException e) {
            throw new ServerFailedException("Could not make a temporary directory: " + e.getMessage(), e);
        }
    }
}
