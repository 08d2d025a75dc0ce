package io.askwell.attribution.kafka;

import io.askwell.attribution.domain.AttributionPolicy;
import io.askwell.attribution.domain.Claim;
import io.askwell.attribution.domain.Evidence;
import io.askwell.attribution.domain.Money;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.SourcePath;
import io.askwell.attribution.domain.StepType;
import io.askwell.attribution.domain.Suspicion;
import io.askwell.attribution.domain.Words;
import io.askwell.attribution.domain.matching.Contribution;
import io.askwell.attribution.domain.matching.MatchScore;
import io.askwell.attribution.domain.note.Span;
import io.askwell.attributions.v1.Attribution;
import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.AttributionEventType;
import io.askwell.attributions.v1.AttributionState;
import io.askwell.attributions.v1.Confidence;
import io.askwell.attributions.v1.Disposition;
import io.askwell.attributions.v1.MatchContribution;
import io.askwell.attributions.v1.NoteSpan;
import io.askwell.attributions.v1.OpenReview;
import io.askwell.attributions.v1.PendingReview;
import io.askwell.attributions.v1.ReferralPersonalData;
import io.askwell.event.v1.EventMeta;
import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.Party;
import io.askwell.event.v1.PartyKind;
import io.askwell.event.v1.Policy;
import io.askwell.event.v1.SourceChannel;
import io.askwell.event.v1.Utm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Referrals and reviews as records. The words of the domain are those of the schema in upper case. */
final class ReferralRecords {

    private ReferralRecords() {}

    static AttributionEvent step(EventMeta meta, StepType type, Referral referral) {
        return AttributionEvent.newBuilder()
                .setMeta(meta)
                .setType(AttributionEventType.valueOf(Words.of(type)))
                .setReferralId(referral.referralId().toString())
                .setStage(LeadStage.valueOf(Words.of(referral.progress().stage())))
                .setDisposition(Disposition.valueOf(Words.of(referral.progress().disposition())))
                .setOwner(referral.owner())
                .setAttribution(attribution(referral.attribution()))
                .setClaims(claims(referral))
                .setFlags(referral.flags().stream().map(Words::of).toList())
                .setSourcePath(sourcePath(referral.sourcePath()))
                .setIntroductionBasis(IntroductionBasis.valueOf(Words.of(referral.introductionBasis())))
                .setAskId(referral.askId())
                .setWonAt(referral.progress().wonAt().orElse(null))
                .setValue(money(referral.progress().value()))
                .setRefunded(money(referral.progress().refunded().orElse(null)))
                .setOpenReviews(referral.openReviews().stream()
                        .map(review -> new OpenReview(review.reviewId().toString(), Words.of(review.kind())))
                        .toList())
                .setMergedInto(
                        referral.mergedInto() == null
                                ? null
                                : referral.mergedInto().toString())
                .setPolicy(policy(referral.policy()))
                .setPersonal(ReferralPersonalData.newBuilder()
                        .setName(referral.lead().name())
                        .setEmail(referral.lead().email())
                        .setPhone(referral.lead().phone())
                        .setCompany(referral.lead().company())
                        .setTitle(referral.lead().title())
                        .build())
                .build();
    }

    static PendingReview pending(EventMeta meta, Review review, Referral referral) {
        Optional<Suspicion> suspicion = review.suspected();
        Optional<MatchScore> likeness = suspicion.flatMap(Suspicion::likely);
        return PendingReview.newBuilder()
                .setMeta(meta)
                .setReviewId(review.reviewId().toString())
                .setReferralId(referral.referralId().toString())
                .setKind(Words.of(review.kind()))
                .setOtherReferralId(
                        suspicion.map(asked -> asked.older().toString()).orElse(null))
                .setProbability(
                        likeness.map(score -> decimal(score.probability())).orElse(null))
                .setLikeness(likeness.map(MatchScore::contributions).orElse(List.of()).stream()
                        .map(ReferralRecords::contribution)
                        .toList())
                .setClaims(claims(referral))
                .setOpenedAt(review.openedAt())
                .setPolicy(policy(referral.policy()))
                .build();
    }

    private static MatchContribution contribution(Contribution contribution) {
        return new MatchContribution(
                contribution.field(), Words.of(contribution.level()), decimal(contribution.weight()));
    }

    private static String decimal(double number) {
        return BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static Attribution attribution(io.askwell.attribution.domain.Attribution attribution) {
        return Attribution.newBuilder()
                .setState(AttributionState.valueOf(Words.of(attribution.state())))
                .setConfidence(attribution
                        .confidence()
                        .map(confidence -> Confidence.valueOf(Words.of(confidence)))
                        .orElse(null))
                .setReferrer(attribution.credited().map(ReferralRecords::party).orElse(null))
                .setNote(attribution.note())
                .setDecidedBy(attribution.decidedBy())
                .build();
    }

    private static List<io.askwell.attributions.v1.Claim> claims(Referral referral) {
        return referral.claims().stream().map(ReferralRecords::claim).toList();
    }

    private static io.askwell.attributions.v1.Claim claim(Claim claim) {
        return new io.askwell.attributions.v1.Claim(
                claim.claimId().toString(),
                party(claim.referrer()),
                claim.strength().toPlainString(),
                claim.evidence().stream().map(ReferralRecords::evidence).toList(),
                claim.domains().stream().sorted().toList(),
                claim.flags().stream().sorted().map(Words::of).toList());
    }

    private static io.askwell.attributions.v1.Evidence evidence(Evidence evidence) {
        Span span = evidence.span();
        return new io.askwell.attributions.v1.Evidence(
                Words.of(evidence.kind()),
                evidence.ref().text(),
                evidence.at(),
                evidence.weight().toPlainString(),
                span == null ? null : new NoteSpan(span.start(), span.end()));
    }

    private static Party party(Referrer referrer) {
        return new Party(PartyKind.valueOf(Words.of(referrer.kind())), referrer.id());
    }

    private static io.askwell.event.v1.SourcePath sourcePath(SourcePath path) {
        SourcePath.Utm utm = path.utm();
        return io.askwell.event.v1.SourcePath.newBuilder()
                .setChannel(SourceChannel.valueOf(Words.of(path.channel())))
                .setLinkCode(path.linkCode())
                .setClickId(path.clickId())
                .setUtm(utm == null ? null : new Utm(utm.source(), utm.medium(), utm.campaign()))
                .build();
    }

    private static io.askwell.event.v1.@Nullable Money money(@Nullable Money money) {
        return money == null ? null : new io.askwell.event.v1.Money(money.amountMinor(), money.currency());
    }

    private static Policy policy(AttributionPolicy policy) {
        return new Policy(policy.version(), policy.hash());
    }
}
