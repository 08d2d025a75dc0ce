package io.askwell.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The file in which PostgreSQL keeps the id and the start of its first process while it runs. After a kill or a power
 * cut the file stays, and by then the id may belong to any other process.
 */
record PostmasterFile(Path file, long pid, Instant startedAt) {

    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    static Optional<PostmasterFile> in(Path data) {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var lines = Files.readAllLines(file);
            return Optional.of(new PostmasterFile(
                    file,
                    Long.parseLong(lines.get(0).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()))));
        } catch (IOException | RuntimeException e) {
            throw new ServerFailedException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(Processes::isRunning).filter(this::startedAboutThen);
    }

    /** PostgreSQL would refuse to start because of a stranger that was given the same number. */
    void deleteIfStale() {
        if (process().isEmpty()) {
            file.toFile().delete();
        }
    }

    private boolean startedAboutThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(instant -> Duration.between(startedAt, instant).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
