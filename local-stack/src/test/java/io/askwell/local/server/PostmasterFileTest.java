package io.askwell.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {

    private static final ProcessHandle THIS_JVM = ProcessHandle.current();

    @TempDir
    Path data;

    @Test
    void theProcessThatStartedThenIsFound() throws IOException {
        write(THIS_JVM.pid(), THIS_JVM.info().startInstant().orElseThrow());

        var file = PostmasterFile.in(data).orElseThrow();
        file.deleteIfStale();

        assertThat(file.process()).contains(THIS_JVM);
        assertThat(file.file()).exists();
    }

    @Test
    void aFileWhoseNumberNowBelongsToAnotherProcessIsStale() throws IOException {
        write(THIS_JVM.pid(), Instant.parse("2026-01-01T00:00:00Z"));

        var file = PostmasterFile.in(data).orElseThrow();
        file.deleteIfStale();

        assertThat(file.process()).isEmpty();
        assertThat(file.file()).doesNotExist();
    }

    @Test
    void withoutTheFileNothingRuns() {
        assertThat(PostmasterFile.in(data)).isEmpty();
    }

    private void write(long pid, Instant startedAt) throws IOException {
        Files.writeString(
                data.resolve("postmaster.pid"),
                "%d\n%s\n%d\n5433\n\n127.0.0.1\n".formatted(pid, data, startedAt.getEpochSecond()));
    }
}
