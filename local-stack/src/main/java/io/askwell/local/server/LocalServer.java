package io.askwell.local.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What is needed to run one server on this machine. Immutable; the process itself is a {@link ProcessHandle}. */
public interface LocalServer {

    String name();

    /** The loopback port that clients talk to. */
    int port();

    /** What a client is told to connect to. */
    String address();

    /** Keeps everything that belongs to this server: settings, data and log. */
    Path directory();

    Path log();

    /** Starts the process and returns without waiting; the process outlives this JVM and ignores its Ctrl-C. */
    ProcessHandle launch();

    /** A process of this server that runs although nobody remembers it. */
    default Optional<ProcessHandle> stray() {
        return Optional.empty();
    }

    /** The program that it runs and that learns to start faster, if there is one. */
    default Optional<JavaProgram> program() {
        return Optional.empty();
    }

    /** Whether it does its work now, asked the way a client would ask. Costs at most a few seconds. */
    boolean isReady();

    /** Asks the process to end in order, and ends it the hard way after {@code patience}. */
    default void stop(ProcessHandle process, Duration patience) {
        Processes.stop(process, patience);
    }
}
