package io.askwell.attribution.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A question about a referral that waits for a person.
 *
 * @param reviewId the same whenever the same question is derived; a question asked again after a ruling is another one
 */
public record Review(UUID reviewId, ReviewKind kind, Instant openedAt) {

    /** @param rulingsBefore how many rulings on this kind of question the referral has had */
    static Review open(UUID referralId, ReviewKind kind, long rulingsBefore, Instant now) {
        String name = "review\n%s\n%s\n%d".formatted(referralId, kind, rulingsBefore);
        return new Review(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), kind, now);
    }
}
