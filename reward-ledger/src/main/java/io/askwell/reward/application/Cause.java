package io.askwell.reward.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a step was taken.
 *
 * @param occurredAt when that happened in the world
 * @param recordedAt now
 * @param eventId the event that caused it; null for a decision of a person and for the passing of time
 */
public record Cause(
        Instant occurredAt, Instant recordedAt, @Nullable String eventId) {

    public static Cause now(Instant now) {
        return new Cause(now, now, null);
    }
}
