package io.askwell.reward.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a step was taken.
 *
 * @param occurredAt when that happened in the world
 * @param recordedAt now
 * @param eventId the event that caused it, or the batch or payment; null for a decision of a person and for the passing of time
 */
public record Cause(
        Instant occurredAt, Instant recordedAt, @Nullable String eventId) {

    /** A batch takes a reward once and hears its outcome once, so the batch tells apart what happens to a reward repeatedly. */
    static Cause batch(UUID batchId, Instant now) {
        return new Cause(now, now, "payout-batch/" + batchId);
    }

    /** What had waited for the outcome of this payment. */
    static Cause outcome(UUID itemKey, Instant now) {
        return new Cause(now, now, "payout-outcome/" + itemKey);
    }

    public static Cause now(Instant now) {
        return new Cause(now, now, null);
    }
}
