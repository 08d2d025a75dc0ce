package io.askwell.attribution.http;

import io.askwell.attribution.application.ShowReferrals.ListedReview;
import io.askwell.attribution.domain.Words;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A question that waits for a person.
 *
 * @param kind conflict, self_referral or unknown_basis
 * @param claims every claim on the referral; a ruling credits one of them or none
 */
record ReviewView(UUID reviewId, UUID referralId, String kind, List<ClaimView> claims, Instant openedAt) {

    static ReviewView of(ListedReview listed) {
        return new ReviewView(
                listed.review().reviewId(),
                listed.referral().referralId(),
                Words.of(listed.review().kind()),
                listed.referral().claims().stream().map(ClaimView::of).toList(),
                listed.review().openedAt());
    }
}
