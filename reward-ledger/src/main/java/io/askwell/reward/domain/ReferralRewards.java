package io.askwell.reward.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All rewards that one referral has ever led to. */
public record ReferralRewards(List<Reward> rewards) {

    public ReferralRewards {
        rewards = List.copyOf(rewards);
    }

    /**
     * What follows for the rewards from the newest awards. Nothing when they say what is known already.
     *
     * @param awards none as long as nothing is won
     */
    public List<Step> assessed(List<Award> awards, Instant now) {
        if (awards.isEmpty()) {
            return endedWithoutAWin(now);
        }
        List<Step> steps = new ArrayList<>();
        for (Award award : awards) {
            Optional<Reward> latest = latest(award);
            if (latest.isPresent()) {
                steps.addAll(assessed(latest.get(), award, now));
            } else {
                steps.add(proposed(award, firstKey(award), now));
            }
        }
        return List.copyOf(steps);
    }

    /** A win stays, except where it came with a referral that was merged by mistake. */
    private List<Step> endedWithoutAWin(Instant now) {
        return rewards.stream()
                .flatMap(reward -> reward instanceof Reward.Open open ? Stream.of(open) : Stream.empty())
                .map(open -> Step.between(open, open.voided(List.of(Reason.of(Reason.Code.NOT_WON)), now)))
                .toList();
    }

    private static List<Step> assessed(Reward latest, Award award, Instant now) {
        boolean forAnother = award.isForAnotherThan(latest.terms().beneficiary());
        RewardKey nextKey = latest.terms().key().next();
        return switch (latest) {
            case Reward.Open open
            when forAnother ->
                List.of(
                        Step.between(open, open.voided(List.of(Reason.of(Reason.Code.REATTRIBUTED)), now)),
                        proposed(award, nextKey, now));
            case Reward.NotEligible waiting -> changed(waiting, waiting.reassessed(award, now));
            case Reward.Open promised
            when award.ends() -> List.of(Step.between(promised, promised.voided(award.objections(), now)));
            case Reward.AwaitingApproval awaiting ->
                award.isEligible()
                        ? List.of()
                        : List.of(Step.between(awaiting, awaiting.withdrawn(award.objections())));
            // What a person approved stands until it ends; an argument meanwhile only keeps it from becoming payable.
            case Reward.Approved _, Reward.Payable _ -> List.of();
            case Reward.Rejected _ -> forAnother ? List.of(proposed(award, nextKey, now)) : List.of();
            case Reward.Voided _ -> award.isEligible() ? List.of(proposed(award, nextKey, now)) : List.of();
        };
    }

    /** Eligible ones are put before people, all others say why not. */
    private static Step proposed(Award award, RewardKey key, Instant now) {
        RewardTerms terms = award.terms(key, now);
        return Step.proposed(
                award.isEligible()
                        ? new Reward.AwaitingApproval(terms)
                        : new Reward.NotEligible(terms, award.objections()));
    }

    private static List<Step> changed(Reward before, Reward after) {
        return before.equals(after) ? List.of() : List.of(Step.between(before, after));
    }

    private Optional<Reward> latest(Award award) {
        return rewards.stream()
                .filter(reward -> reward.terms().key().rule().equals(award.rule())
                        && reward.terms().key().role() == award.role())
                .max(Comparator.comparingInt(reward -> reward.terms().key().ordinal()));
    }

    private static RewardKey firstKey(Award award) {
        return new RewardKey(award.rule(), award.referralId(), award.role(), 1);
    }
}
