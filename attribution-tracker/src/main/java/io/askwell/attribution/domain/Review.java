package io.askwell.attribution.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question about a referral that waits for a person.
 *
 * @param reviewId the same whenever the same question is derived; a question asked again after a ruling is another one
 * @param suspicion that the referral is one with another; null where the question is about this referral alone
 */
public record Review(
        UUID reviewId,
        ReviewKind kind,
        Instant openedAt,
        @Nullable Suspicion suspicion) {

    public Review(UUID reviewId, ReviewKind kind, Instant openedAt) {
        this(reviewId, kind, openedAt, null);
    }

    static Review of(Suspicion suspicion) {
        return new Review(suspicion.reviewId(), suspicion.kind(), suspicion.since(), suspicion);
    }

    /** @param rulingsBefore how many rulings on this kind of question the referral has had */
    static Review open(UUID referralId, ReviewKind kind, long rulingsBefore, Instant now) {
        String name = "review\n%s\n%s\n%d".formatted(referralId, kind, rulingsBefore);
        return new Review(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), kind, now);
    }

    public Optional<Suspicion> suspected() {
        return Optional.ofNullable(suspicion);
    }
}
