package io.askwell.local.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Launching and ending processes that outlive the JVM which launched them. */
public final class Processes {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);
    private static final int LINES_IN_A_FAILURE = 15;

    private Processes() {}

    /**
     * Launches a command in the directory of its log. Its output is appended to the log. Interrupts and hang-ups of the terminal are ignored by
     * the child (the ignored state survives the exec), because Ctrl-C reaches the whole foreground group at once and the
     * servers must rather be stopped one after another by whoever started them.
     */
    public static ProcessHandle launch(List<String> command, Map<String, String> environment, Path log) {
        var shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
        shielded.addAll(command);
        try {
            var directory = log.toAbsolutePath().resolveSibling("");
            Files.createDirectories(directory);
            var builder = new ProcessBuilder(shielded)
                    .directory(directory.toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return builder.start().toHandle();
        } catch (IOException e) {
            throw new ServerFailedException("Could not launch " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    /** Waits until the server is ready; fails as soon as its process is gone, with the end of its log. */
    public static void awaitReady(LocalServer server, ProcessHandle process, Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (!server.isReady()) {
            if (!isRunning(process)) {
                throw new ServerFailedException(server.name() + " ended while it started; the end of its log, "
                        + server.log() + ":\n" + endOf(server.log()));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new ServerFailedException(server.name() + " was not ready after " + patience.toSeconds()
                        + " s; the end of its log, " + server.log() + ":\n" + endOf(server.log()));
            }
            pause();
        }
    }

    /** Asks the process to end, and ends it the hard way after {@code patience}. */
    public static void stop(ProcessHandle process, Duration patience) {
        if (process.destroy() && !endsWithin(process, patience)) {
            kill(process);
        }
    }

    public static void kill(ProcessHandle process) {
        process.destroyForcibly();
        if (!endsWithin(process, Duration.ofSeconds(10))) {
            throw new ServerFailedException("Process " + process.pid() + " cannot be killed");
        }
    }

    /**
     * Whether the process still works. One that has ended but whose parent has not taken notice, which lasts for ever in
     * containers whose first process does not care, counts as ended: the system no longer names its program.
     */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (isRunning(process)) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            pause();
        }
        return true;
    }

    public static void createDirectories(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new ServerFailedException("Could not create " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Runs a short command to its end; its output is part of the failure when it does not succeed. */
    public static void run(List<String> command, Map<String, String> environment, Duration patience) {
        Path output = null;
        try {
            output = Files.createTempFile("askwell", ".out");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new ServerFailedException(
                        command.getFirst() + " did not end within " + patience.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new ServerFailedException(
                        String.join(" ", command) + " ended with " + process.exitValue() + ":\n" + endOf(output));
            }
        } catch (IOException e) {
            throw new ServerFailedException("Could not run " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while running " + command.getFirst(), e);
        } finally {
            if (output != null) {
                output.toFile().delete();
            }
        }
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while waiting", e);
        }
    }

    /** The last lines of a log, to go with a failure. */
    public static String endOf(Path log) {
        try (var lines = Files.lines(log)) {
            var kept = new ArrayDeque<String>();
            lines.forEach(line -> {
                kept.add(line);
                if (kept.size() > LINES_IN_A_FAILURE) {
                    kept.removeFirst();
                }
            });
            return String.join("\n", kept);
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }
}
