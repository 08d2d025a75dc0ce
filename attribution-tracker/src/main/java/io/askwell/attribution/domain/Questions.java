package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a person has to be asked about a referral alone. A ruling answers what could be seen when it was made. */
final class Questions {

    private final LeadHistory history;
    private final AttributionCase attributionCase;
    private final FlagCase flagCase;
    private final List<Flagged> flagged;

    /** @param flagged what the rules raise in the case */
    Questions(LeadHistory history, AttributionCase attributionCase, FlagCase flagCase, List<Flagged> flagged) {
        this.history = history;
        this.attributionCase = attributionCase;
        this.flagCase = flagCase;
        this.flagged = flagged;
    }

    Set<ReviewKind> open(Attribution attribution, IntroductionBasis basis) {
        Set<ReviewKind> questions = new TreeSet<>();
        ask(ReviewKind.SELF_REFERRAL, hasUnseenSelfReferral(), questions);
        boolean rivals = attributionCase.creditable().size() > 1
                || attributionCase.latestRuling().isPresent();
        ask(ReviewKind.CONFLICT, attribution instanceof Attribution.Disputed && rivals, questions);
        askOnce(ReviewKind.UNKNOWN_BASIS, basis == IntroductionBasis.UNKNOWN, questions);
        askOnce(ReviewKind.NO_IDENTITY, !history.isRecognisable(), questions);
        boolean rewardClaim = isRewardClaim();
        askOnce(ReviewKind.REWARD_CLAIM, rewardClaim, questions);
        askOnce(
                ReviewKind.EXISTING_OPPORTUNITY,
                isRaised(Flag.EXISTING_OPPORTUNITY) && !isAsked(rewardClaim),
                questions);
        askOnce(ReviewKind.EXISTING_CUSTOMER, isRaised(Flag.EXISTING_CUSTOMER), questions);
        ask(ReviewKind.VELOCITY, hasUnseenVelocity(), questions);
        ask(ReviewKind.BLOCKED, hasUnseenBlock(), questions);
        askOnce(ReviewKind.APPEAL, !history.circumstances().appeals().isEmpty(), questions);
        return questions;
    }

    private boolean hasUnseenSelfReferral() {
        Set<Referrer> answered =
                attributionCase.latestRuling().map(Ruling::answeredAsLead).orElse(Set.of());
        return attributionCase.claims().stream()
                .anyMatch(claim -> claim.isSelfReferral() && !answered.contains(claim.referrer()));
    }

    /** The only claim, on a lead that somebody had submitted without naming a referrer, and that had come on since. */
    private boolean isRewardClaim() {
        return attributionCase.claims().size() == 1
                && flagCase.progressBeforeFirstClaim().stage() != Stage.SUBMITTED
                && flagCase.firstClaim()
                        .map(claim ->
                                flagCase.submissions().getFirst().occurredAt().isBefore(claim.madeAt()))
                        .orElse(false);
    }

    /** A reward claim asks the same, and its ruling answers both. */
    private boolean isAsked(boolean rewardClaim) {
        return rewardClaim || isRuledOn(ReviewKind.REWARD_CLAIM);
    }

    private boolean isRaised(Flag flag) {
        return flagged.stream().anyMatch(raised -> raised.flag() == flag);
    }

    private boolean hasUnseenVelocity() {
        return HighVelocity.hurried(flagCase).stream()
                .map(submission ->
                        flagCase.identities().resolve(submission.referrers().getFirst()))
                .anyMatch(referrer -> rulings(ReviewKind.VELOCITY).noneMatch(ruling -> sees(ruling, referrer)));
    }

    private boolean hasUnseenBlock() {
        return flagCase.listed().blocks().stream()
                .map(ListEntry::at)
                .anyMatch(addedAt -> rulings(ReviewKind.BLOCKED).noneMatch(ruling -> covers(ruling, addedAt)));
    }

    /** A block that was lifted and set again is another one; so is a claim of somebody blocked that came since. */
    private boolean covers(Ruling ruling, Instant addedAt) {
        return !ruling.at().isBefore(addedAt)
                && attributionCase.claims().stream()
                        .filter(Claim::isBlocked)
                        .allMatch(claim -> sees(ruling, claim.referrer()));
    }

    private boolean sees(Ruling ruling, Referrer referrer) {
        return ruling.seen().stream().map(flagCase.identities()::resolve).anyMatch(referrer::equals);
    }

    private void askOnce(ReviewKind kind, boolean asked, Set<ReviewKind> questions) {
        ask(kind, asked && !isRuledOn(kind), questions);
    }

    private static void ask(ReviewKind kind, boolean asked, Set<ReviewKind> questions) {
        if (asked) {
            questions.add(kind);
        }
    }

    private boolean isRuledOn(ReviewKind kind) {
        return rulings(kind).findAny().isPresent();
    }

    private Stream<Ruling> rulings(ReviewKind kind) {
        return history.rulings().stream().filter(ruling -> ruling.kind() == kind);
    }
}
