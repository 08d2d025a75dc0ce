package io.askwell.attribution.http;

import io.askwell.attribution.application.ShowReferrals.ListedReview;
import io.askwell.attribution.domain.Suspicion;
import io.askwell.attribution.domain.Words;
import io.askwell.attribution.domain.matching.Contribution;
import io.askwell.attribution.domain.matching.MatchScore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that waits for a person.
 *
 * @param claims every claim on the referral; a ruling on who is credited names one of them or none
 * @param note how the referral is attributed now and why, with the ruling and the appeal if there are any
 * @param otherReferralId the referral that may be of the same lead; null where the question is about one referral
 * @param probability that both are of one lead, 0 to 1; null where the question does not rest on it
 * @param likeness what each field says about the two; the weights, in bits, add up to the probability's odds
 */
record ReviewView(
        UUID reviewId,
        UUID referralId,
        String kind,
        List<ClaimView> claims,
        Instant openedAt,
        String note,
        @Nullable UUID otherReferralId,
        @Nullable BigDecimal probability,
        List<ContributionView> likeness) {

    record ContributionView(String field, String level, BigDecimal weight) {

        static ContributionView of(Contribution contribution) {
            return new ContributionView(
                    contribution.field(), Words.of(contribution.level()), rounded(contribution.weight()));
        }
    }

    static ReviewView of(ListedReview listed) {
        Optional<Suspicion> suspicion = listed.review().suspected();
        Optional<MatchScore> likeness = suspicion.flatMap(Suspicion::likely);
        return new ReviewView(
                listed.review().reviewId(),
                listed.referral().referralId(),
                Words.of(listed.review().kind()),
                listed.referral().claims().stream().map(ClaimView::of).toList(),
                listed.review().openedAt(),
                listed.referral().attribution().note(),
                suspicion.map(Suspicion::older).orElse(null),
                likeness.map(score -> rounded(score.probability())).orElse(null),
                likeness.map(MatchScore::contributions).orElse(List.of()).stream()
                        .map(ContributionView::of)
                        .toList());
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_EVEN);
    }
}
