package io.askwell.local.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Work that only one process of this machine may do at a time. */
public final class Exclusively {

    /** The work. */
    public interface Work {
        void run() throws IOException;
    }

    private Exclusively() {}

    /** Waits for whoever holds the lock file; within one JVM, callers must not share a lock file at the same time. */
    public static void run(Path lockFile, Work work) throws IOException {
        Files.createDirectories(lockFile.toAbsolutePath().resolveSibling(""));
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Held until the channel closes, by whatever way.
            channel.lock();
            work.run();
        }
    }
}
