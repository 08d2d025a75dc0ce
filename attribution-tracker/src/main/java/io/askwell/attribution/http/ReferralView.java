package io.askwell.attribution.http;

import io.askwell.attribution.domain.Attribution;
import io.askwell.attribution.domain.Flagged;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.SourcePath;
import io.askwell.attribution.domain.Words;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral as people see it.
 *
 * @param flagged why each flag was raised
 * @param mergedInto the referral in which it lives on; all else is how it stood last. Null while it lives
 */
record ReferralView(
        UUID referralId,
        LeadView lead,
        String stage,
        @Nullable String owner,
        String disposition,
        AttributionView attribution,
        List<ClaimView> claims,
        List<String> flags,
        List<FlaggedView> flagged,
        SourcePathView sourcePath,
        String introductionBasis,
        @Nullable UUID mergedInto) {

    /** @param evidence facts ({@code source/id}), entries of lists ({@code list-entry/id}) or other referrals */
    record FlaggedView(String flag, String because, List<String> evidence) {

        static FlaggedView of(Flagged flagged) {
            return new FlaggedView(Words.of(flagged.flag()), flagged.because(), flagged.evidence());
        }
    }

    /** @param email canonical address */
    record LeadView(
            @Nullable String name,
            @Nullable String email,
            @Nullable String company) {}

    /** @param confidence null while nobody claims the referral */
    record AttributionView(
            String state,
            @Nullable String confidence,
            @Nullable ReferrerView referrer,
            String note,
            String decidedBy) {

        static AttributionView of(Attribution attribution) {
            return new AttributionView(
                    Words.of(attribution.state()),
                    attribution.confidence().map(Words::of).orElse(null),
                    attribution.credited().map(ReferrerView::of).orElse(null),
                    attribution.note(),
                    attribution.decidedBy());
        }
    }

    record SourcePathView(
            String channel,
            @Nullable String linkCode,
            @Nullable String clickId,
            @Nullable UtmView utm) {

        static SourcePathView of(SourcePath path) {
            SourcePath.Utm utm = path.utm();
            return new SourcePathView(
                    Words.of(path.channel()),
                    path.linkCode(),
                    path.clickId(),
                    utm == null ? null : new UtmView(utm.source(), utm.medium(), utm.campaign()));
        }
    }

    record UtmView(
            @Nullable String source,
            @Nullable String medium,
            @Nullable String campaign) {}

    static ReferralView of(Referral referral) {
        return new ReferralView(
                referral.referralId(),
                new LeadView(
                        referral.lead().name(),
                        referral.lead().email(),
                        referral.lead().company()),
                Words.of(referral.progress().stage()),
                referral.owner(),
                Words.of(referral.progress().disposition()),
                AttributionView.of(referral.attribution()),
                referral.claims().stream().map(ClaimView::of).toList(),
                referral.flags().stream().map(Words::of).toList(),
                referral.flagged().stream().map(FlaggedView::of).toList(),
                SourcePathView.of(referral.sourcePath()),
                Words.of(referral.introductionBasis()),
                referral.mergedInto());
    }
}
