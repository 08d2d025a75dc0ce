package io.askwell.local.server;

import java.time.Duration;

/**
 * A server that this JVM started. {@link #kill()} ends it the way a power cut would; {@link #restart()} brings it back
 * on the same port with the same data.
 */
public final class RunningServer<S extends LocalServer> implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final S server;
    private ProcessHandle process;

    private RunningServer(S server, ProcessHandle process) {
        this.server = server;
        this.process = process;
    }

    /** Launches the server and returns once it is ready. */
    public static <S extends LocalServer> RunningServer<S> start(S server) {
        return new RunningServer<>(server, launch(server));
    }

    public S server() {
        return server;
    }

    public synchronized long pid() {
        return process.pid();
    }

    public synchronized boolean isAlive() {
        return Processes.isRunning(process);
    }

    public synchronized void stop() {
        server.stop(process, STOP_PATIENCE);
    }

    public synchronized void kill() {
        Processes.kill(process);
    }

    /** Launches it again after {@link #stop()} or {@link #kill()} and returns once it is ready. */
    public synchronized void restart() {
        if (Processes.isRunning(process)) {
            throw new IllegalStateException(server.name() + " is still running");
        }
        process = launch(server);
    }

    @Override
    public void close() {
        stop();
    }

    private static ProcessHandle launch(LocalServer server) {
        var process = server.launch();
        try {
            Processes.awaitReady(server, process, START_PATIENCE);
            return process;
        } catch (ServerFailedException e) {
            server.stop(process, STOP_PATIENCE);
            throw e;
        }
    }
}
