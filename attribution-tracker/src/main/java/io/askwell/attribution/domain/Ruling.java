package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided on a review.
 *
 * @param credited null when nobody is credited
 * @param seen every referrer who had a claim when the person ruled; a claim that comes later is not covered by the ruling
 * @param seenAsLead those of them whom the person saw to be the lead; null where that was not kept, then all
 * @param by the person
 */
public record Ruling(
        UUID reviewId,
        ReviewKind kind,
        @Nullable Referrer credited,
        Set<Referrer> seen,
        @Nullable Set<Referrer> seenAsLead,
        String by,
        String reason,
        Instant at) {

    static final Comparator<Ruling> IN_ORDER = Comparator.comparing(Ruling::at).thenComparing(Ruling::reviewId);

    public Ruling {
        seen = Set.copyOf(seen);
        seenAsLead = seenAsLead == null ? null : Set.copyOf(seenAsLead);
    }

    public Ruling(
            UUID reviewId,
            ReviewKind kind,
            @Nullable Referrer credited,
            Set<Referrer> seen,
            String by,
            String reason,
            Instant at) {
        this(reviewId, kind, credited, seen, null, by, reason, at);
    }

    /** Of whom the ruling answers that they are the lead. */
    Set<Referrer> answeredAsLead() {
        return seenAsLead == null ? seen : seenAsLead;
    }
}
