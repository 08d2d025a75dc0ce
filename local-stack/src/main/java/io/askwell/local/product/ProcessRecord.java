package io.askwell.local.product;

import io.askwell.local.server.Processes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of a process. The start time tells a process from a later one that was given the same number;
 * since the system derives it from its own start, it moves a little when the clock is corrected.
 */
record ProcessRecord(long pid, Instant startedAt) {

    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    static ProcessRecord of(ProcessHandle process) {
        return new ProcessRecord(process.pid(), process.info().startInstant().orElseGet(Instant::now));
    }

    static ProcessRecord parse(String text) {
        var parts = text.strip().split(" ", -1);
        return new ProcessRecord(Long.parseLong(parts[0]), Instant.parse(parts[1]));
    }

    String toText() {
        return pid + " " + startedAt + "\n";
    }

    /** The process, if it is still the same one and has not ended. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(Processes::isRunning)
                .filter(process -> process.info()
                        .startInstant()
                        .map(this::isAboutWhenThisStarted)
                        .orElse(false));
    }

    boolean isAboutWhenThisStarted(Instant instant) {
        return Duration.between(startedAt, instant).abs().compareTo(TOLERANCE) <= 0;
    }
}
