package io.askwell.attribution.domain;

import io.askwell.attribution.domain.matching.MatchScore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That two records may be of one lead, which a person has to say.
 *
 * @param reviewId of the question; the same whenever the same cause raises it
 * @param kind {@link ReviewKind#PROBABLE_DUPLICATE} or {@link ReviewKind#BRIDGING}
 * @param younger the record that asks: its rewards wait for the answer
 * @param older the record that would survive
 * @param likeness how alike they are; null where a certain key raised the question
 */
public record Suspicion(
        UUID reviewId,
        ReviewKind kind,
        UUID younger,
        UUID older,
        @Nullable MatchScore likeness,
        Instant since) {

    /** @param cause the fact ({@code source/id}) that shows it */
    public static Suspicion of(
            ReviewKind kind, UUID younger, UUID older, @Nullable MatchScore likeness, String cause, Instant now) {
        String name = "suspicion\n%s\n%s\n%s\n%s".formatted(kind, younger, older, cause);
        UUID reviewId = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Suspicion(reviewId, kind, younger, older, likeness, now);
    }

    public Optional<MatchScore> likely() {
        return Optional.ofNullable(likeness);
    }

    /** The same question after the two were compared again. */
    public Suspicion weighedAgain(MatchScore newest) {
        return new Suspicion(reviewId, kind, younger, older, newest, since);
    }
}
