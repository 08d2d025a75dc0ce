package io.askwell.local.demo;

import io.askwell.local.product.DataDirectory;
import io.askwell.local.server.ServerFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When the story was first told to a product.
 *
 * @param isOld whether that was before now
 */
public record StoryRecord(Instant told, boolean isOld) {

    /** Reads the record, or makes it with this moment. */
    public static StoryRecord of(DataDirectory directory) {
        var file = directory.storyTold();
        try {
            if (Files.exists(file)) {
                return new StoryRecord(Instant.parse(Files.readString(file).strip()), true);
            }
            var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Files.writeString(file, now + "\n");
            return new StoryRecord(now, false);
        } catch (IOException e) {
            throw new ServerFailedException(file + " cannot be used: " + e.getMessage(), e);
        }
    }
}
