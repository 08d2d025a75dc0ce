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

    /**
     * A referral that lives on in another one.
     *
     * @param last its own history as far as it went until then
     * @param into the referral in which it lives on now
     * @param because why, for people
     */
    record Merged(LeadHistory last, UUID into, String because) {}

    Optional<LeadHistory> referral(UUID referralId);

    /** Empty for a referral that lives, or that nobody has submitted. */
    Optional<Merged> merged(UUID referralId);

    List<Found> referrals(Filter filter, @Nullable Place after, int limit);

    List<FoundReview> openReviews(@Nullable Place after, int limit);
}
