package io.askwell.local.product;

import io.askwell.local.server.ServerFailedException;
import io.askwell.local.server.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * One directory, one product: everything that a product keeps lies below it. A file with the port offset marks it, so
 * that later commands find the ports and that no other directory is ever taken for one.
 */
public record DataDirectory(Path root) {

    private static final String MARKER = "askwell.product";
    private static final String OFFSET = "port-offset=";

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public boolean isAskwell() {
        return Files.exists(marker());
    }

    /** Whether a product may be started here: it is one, or there is nothing yet. */
    public boolean isUsable() {
        if (isAskwell() || !Files.exists(root)) {
            return true;
        }
        try (var entries = Files.list(root)) {
            // These are made before the marker, so a start that was refused leaves them and nothing else.
            return entries.allMatch(entry -> entry.equals(lock()) || entry.equals(secrets()));
        } catch (IOException e) {
            return false;
        }
    }

    /** The offset remembered by the last {@link #mark}; empty when this is not a product yet. */
    public OptionalInt portOffset() {
        if (!isAskwell()) {
            return OptionalInt.empty();
        }
        try {
            return OptionalInt.of(
                    Integer.parseInt(Files.readString(marker()).strip().substring(OFFSET.length())));
        } catch (IOException | RuntimeException e) {
            throw new ServerFailedException(marker() + " cannot be read: " + e.getMessage(), e);
        }
    }

    void mark(int portOffset) {
        try {
            Files.createDirectories(root);
            Files.writeString(marker(), OFFSET + portOffset + "\n");
        } catch (IOException e) {
            throw new ServerFailedException("Could not write " + marker() + ": " + e.getMessage(), e);
        }
    }

    /** Deletes what a product keeps, and the directory itself when nothing else is in it. */
    public void delete() {
        if (!isAskwell()) {
            throw new IllegalStateException(root + " is not a data directory of Askwell");
        }
        // The marker last: an interrupted deletion can be repeated.
        for (var path : List.of(
                kafka(),
                postgresql(),
                registry(),
                mail(),
                services(),
                processes(),
                secrets(),
                localEnv(),
                storyTold(),
                lock(),
                marker())) {
            deleteTree(path);
        }
        // Fails, as it should, when something that is not ours lies in it.
        root.toFile().delete();
    }

    Path kafka() {
        return root.resolve("kafka");
    }

    Path postgresql() {
        return root.resolve("postgresql");
    }

    Path registry() {
        return root.resolve("registry");
    }

    Path mail() {
        return root.resolve("mail");
    }

    Path of(Service service) {
        return services().resolve(service.label());
    }

    Path processes() {
        return root.resolve("processes");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    public Path localEnv() {
        return root.resolve("local.env");
    }

    /** When the sample story was first told. */
    public Path storyTold() {
        return root.resolve("story.told");
    }

    Path lock() {
        return root.resolve("lock");
    }

    private Path services() {
        return root.resolve("services");
    }

    private Path marker() {
        return root.resolve(MARKER);
    }

    private static void deleteTree(Path path) {
        try {
            Trees.delete(path);
        } catch (IOException e) {
            throw new ServerFailedException("Could not delete " + path + ": " + e.getMessage(), e);
        }
    }
}
