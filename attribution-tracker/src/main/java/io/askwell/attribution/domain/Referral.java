package io.askwell.attribution.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A referral as it stands: what its history amounts to under a policy.
 *
 * @param owner person who works the lead
 * @param claims the strongest first
 * @param flagged in the order of {@link FlagRule}
 * @param sourcePath of the first submission
 * @param introductionBasis of the first submission, or what a person made of it when it was unknown
 * @param askId the ask that led to it
 * @param correlationId one id from the first signal to the last transfer
 * @param openReviews questions that wait for a person
 * @param policy under which this was decided
 * @param mergedInto the referral in which it lives on; all else is how it stood last. Null while it lives
 */
public record Referral(
        UUID referralId,
        Lead lead,
        Progress progress,
        @Nullable String owner,
        Attribution attribution,
        List<Claim> claims,
        List<Flagged> flagged,
        SourcePath sourcePath,
        IntroductionBasis introductionBasis,
        @Nullable String askId,
        String correlationId,
        List<Review> openReviews,
        AttributionPolicy policy,
        @Nullable UUID mergedInto) {

    public Referral(
            UUID referralId,
            Lead lead,
            Progress progress,
            @Nullable String owner,
            Attribution attribution,
            List<Claim> claims,
            List<Flagged> flagged,
            SourcePath sourcePath,
            IntroductionBasis introductionBasis,
            @Nullable String askId,
            String correlationId,
            List<Review> openReviews,
            AttributionPolicy policy) {
        this(
                referralId,
                lead,
                progress,
                owner,
                attribution,
                claims,
                flagged,
                sourcePath,
                introductionBasis,
                askId,
                correlationId,
                openReviews,
                policy,
                null);
    }

    /** How it stood last: nothing waits for a person here any more. */
    public Referral mergedInto(UUID survivor, String because) {
        return new Referral(
                referralId,
                lead,
                progress,
                owner,
                attribution.noting("Merged into referral %s. %s".formatted(survivor, because)),
                claims,
                flagged,
                sourcePath,
                introductionBasis,
                askId,
                correlationId,
                List.of(),
                policy,
                survivor);
    }

    /** In the order of their declaration. */
    public Set<Flag> flags() {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flagged.forEach(raised -> flags.add(raised.flag()));
        return flags;
    }

    public Optional<Claim> claim(UUID claimId) {
        return claims.stream().filter(claim -> claim.claimId().equals(claimId)).findFirst();
    }
}
