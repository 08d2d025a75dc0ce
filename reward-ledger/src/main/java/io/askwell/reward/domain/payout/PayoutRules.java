package io.askwell.reward.domain.payout;

import io.askwell.reward.domain.Attribution;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.RewardForm;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What holds for one batch.
 *
 * @param maker who makes it, and so pays
 * @param minimumMinor for one beneficiary, in minor units of the batch's currency
 * @param taxGate the forms that are paid only to somebody whose tax details are on file
 * @param cleared whose tax details are on file now
 */
public record PayoutRules(String maker, long minimumMinor, Set<RewardForm> taxGate, Set<Party> cleared) {

    private record Rule(Obstacle obstacle, BiPredicate<PayoutRules, Candidate> keepsOut) {}

    /** What concerns a reward by itself. The minimum comes after these, since it is for what they leave over. */
    private static final List<Rule> EACH_BY_ITSELF = List.of(
            new Rule(Obstacle.APPROVED_BY_MAKER, PayoutRules::isApprovedByMaker),
            new Rule(Obstacle.DISPUTED, (_, candidate) -> isDisputed(candidate)),
            new Rule(Obstacle.OPEN_REVIEW, (_, candidate) -> isInReview(candidate)),
            new Rule(Obstacle.NOBODY_CREDITED, (_, candidate) -> isCreditedToNobody(candidate)),
            new Rule(Obstacle.TAX_DETAILS_MISSING, PayoutRules::lacksTaxDetails));

    public PayoutRules {
        taxGate = Set.copyOf(taxGate);
        cleared = Set.copyOf(cleared);
    }

    List<Obstacle> obstacles(Candidate candidate) {
        return EACH_BY_ITSELF.stream()
                .filter(rule -> rule.keepsOut().test(this, candidate))
                .map(Rule::obstacle)
                .toList();
    }

    private boolean isApprovedByMaker(Candidate candidate) {
        return candidate.reward().approvals().stream()
                .anyMatch(approval -> approval.by().equals(maker));
    }

    private static boolean isDisputed(Candidate candidate) {
        return candidate.referral().attribution() instanceof Attribution.Disputed;
    }

    private static boolean isInReview(Candidate candidate) {
        return !candidate.referral().openReviews().isEmpty();
    }

    private static boolean isCreditedToNobody(Candidate candidate) {
        return candidate.referral().attribution().credited().isEmpty() && !isDisputed(candidate);
    }

    private boolean lacksTaxDetails(Candidate candidate) {
        return taxGate.contains(candidate.reward().terms().form()) && !cleared.contains(candidate.beneficiary());
    }
}
