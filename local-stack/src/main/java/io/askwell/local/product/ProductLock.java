package io.askwell.local.product;

import io.askwell.local.server.Processes;
import io.askwell.local.server.ServerFailedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held while a product is started, stopped or deleted, so that two commands never do so at once. Ends with the JVM. */
final class ProductLock implements AutoCloseable {

    private final FileChannel channel;

    private ProductLock(FileChannel channel) {
        this.channel = channel;
    }

    static Optional<ProductLock> tryTake(DataDirectory directory) {
        Processes.createDirectories(directory.root());
        try {
            var channel = FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel)) {
                return Optional.of(new ProductLock(channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new ServerFailedException("Could not lock " + directory.root() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ServerFailedException("Could not unlock the data directory: " + e.getMessage(), e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this JVM holds it.
            return false;
        }
    }
}
