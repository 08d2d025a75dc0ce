package io.askwell.attribution.application;

import io.askwell.attribution.application.ReferralSearch.Filter;
import io.askwell.attribution.application.ReferralSearch.Place;
import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.Review;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows referrals and open reviews to people. */
public final class ShowReferrals {

    private final ReferralSearch search;
    private final Assessor assessor;
    private final InstantSource clock;

    public ShowReferrals(ReferralSearch search, Assessor assessor, InstantSource clock) {
        this.search = search;
        this.assessor = assessor;
        this.clock = clock;
    }

    /** A referral in a list. */
    public record Listed(Place place, Referral referral) {}

    /** A review in a list. */
    public record ListedReview(Review review, Referral referral) {}

    public Optional<Referral> one(UUID referralId) {
        return search.referral(referralId)
                .flatMap(history -> assessor.assess(history, clock.instant()))
                .or(() -> search.merged(referralId)
                        .flatMap(merged -> assessor.assess(merged.last(), clock.instant())
                                .map(last -> last.mergedInto(merged.into(), merged.because()))));
    }

    public List<Listed> list(Filter filter, @Nullable Place after, int limit) {
        return search.referrals(filter, after, limit).stream()
                .map(found -> new Listed(found.place(), submitted(found.history())))
                .toList();
    }

    public List<ListedReview> openReviews(@Nullable Place after, int limit) {
        return search.openReviews(after, limit).stream()
                .map(found -> listed(found.review(), submitted(found.history())))
                .toList();
    }

    /** With all that there is to look at: the table of open reviews holds only what they are found by. */
    private static ListedReview listed(Review found, Referral referral) {
        Review whole = referral.openReviews().stream()
                .filter(open -> open.reviewId().equals(found.reviewId()))
                .findFirst()
                .orElse(found);
        return new ListedReview(whole, referral);
    }

    private Referral submitted(LeadHistory history) {
        return assessor.assess(history, clock.instant())
                .orElseThrow(() -> new IllegalStateException("lists hold submitted leads only"));
    }
}
