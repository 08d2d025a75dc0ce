package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's word that somebody is to be trusted, or is not.
 *
 * @param by the person
 * @param at when it was added
 */
public record ListEntry(UUID entryId, Side list, Subject subject, String reason, String by, Instant at) {

    /** Which of the two lists. */
    public enum Side {
        ALLOW,
        BLOCK
    }

    /** As evidence. */
    String ref() {
        return "list-entry/" + entryId;
    }
}
