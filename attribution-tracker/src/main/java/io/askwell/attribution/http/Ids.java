package io.askwell.attribution.http;

import java.util.Optional;
import java.util.UUID;

/** Ids as they come in paths and bodies. */
final class Ids {

    private Ids() {}

    /** Empty for what is no id; as such it is the id of nothing. */
    static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
