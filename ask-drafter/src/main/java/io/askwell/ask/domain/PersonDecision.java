package io.askwell.ask.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about an ask.
 *
 * @param reason required for defer and decline
 * @param until for defer only
 */
public record PersonDecision(
        Person by,
        Verdict verdict,
        @Nullable String reason,
        @Nullable Instant until,
        Instant at) {

    /** What may be decided. */
    public enum Verdict {
        APPROVE,
        DEFER,
        DECLINE
    }
}
