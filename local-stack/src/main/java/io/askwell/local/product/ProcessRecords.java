package io.askwell.local.product;

import io.askwell.local.server.ServerFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One small file a process. A file without its process means that the process ended without being asked to, because an
 * ordinary stop removes the file.
 */
final class ProcessRecords {

    private final Path directory;

    ProcessRecords(Path directory) {
        this.directory = directory;
    }

    Optional<ProcessRecord> find(String name) {
        var file = directory.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ProcessRecord.parse(Files.readString(file)));
        } catch (IOException | RuntimeException e) {
            throw new ServerFailedException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    void write(String name, ProcessHandle process) {
        try {
            PrivateFiles.write(
                    directory.resolve(name), ProcessRecord.of(process).toText());
        } catch (IOException e) {
            throw new ServerFailedException("Could not remember process " + process.pid() + ": " + e.getMessage(), e);
        }
    }

    void remove(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name));
        } catch (IOException e) {
            throw new ServerFailedException("Could not forget process " + name + ": " + e.getMessage(), e);
        }
    }
}
