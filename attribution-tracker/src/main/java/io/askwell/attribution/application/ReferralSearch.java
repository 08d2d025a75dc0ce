package io.askwell.attribution.application;

import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Review;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds referrals, the newest first, and reviews, the oldest first. */
public interface ReferralSearch {

    /**
     * What is asked for; null asks for all.
     *
     * @param status word of a stage, a disposition or an attribution state
     * @param referrerId id of a referrer who has a claim
     * @param leadKey key of the lead's identity
     */
    record Filter(
            @Nullable String status,
            @Nullable String referrerId,
            @Nullable String leadKey) {}

    /** Where a list goes on. */
    record Place(Instant at, UUID id) {}

    /** A referral in a list. */
    record Found(Place place, LeadHistory history) {}

    /** An open review with the history that it is about. */
    record FoundReview(Review review, LeadHistory history) {}

    Optional<LeadHistory> referral(UUID referralId);

    List<Found> referrals(Filter filter, @Nullable Place after, int limit);

    List<FoundReview> openReviews(@Nullable Place after, int limit);
}
