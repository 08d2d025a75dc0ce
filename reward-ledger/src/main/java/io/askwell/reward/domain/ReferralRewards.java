package io.askwell.reward.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
            Optional<Reward> latest = latest(award.role());
            if (latest.isPresent()) {
                steps.addAll(assessed(latest.get(), award, now));
            } else {
                steps.add(proposed(award, new RewardKey(award.rule(), award.referralId(), award.role(), 1), now));
            }
        }
        return List.copyOf(steps);
    }

    /** The newest reward of one side; all earlier ones have ended. */
    public Optional<Reward> latest(RewardRole role) {
        return rewards.stream()
                .filter(reward -> reward.terms().key().role() == role)
                .max(Comparator.comparingInt(reward -> reward.terms().key().ordinal()));
    }

    /** What the newest reward of one side takes of the budget, in minor units. */
    public long committedMinor(RewardRole role) {
        return latest(role).map(Reward::committedMinor).orElse(0L);
    }

    /** A win stays, except where it came with a referral that was merged by mistake. */
    private List<Step> endedWithoutAWin(Instant now) {
        return rewards.stream()
                .flatMap(reward -> ended(reward, List.of(Reason.of(Reason.Code.NOT_WON)), now).stream())
                .toList();
    }

    private static List<Step> assessed(Reward latest, Award award, Instant now) {
        boolean replaced = award.replaces(latest.terms());
        return switch (latest) {
            case Reward.InPayout _ -> List.of();
            case Reward.Open _, Reward.Paid _
            when replaced ->
                concat(
                        ended(latest, List.of(Reason.of(Reason.Code.REATTRIBUTED)), now),
                        List.of(proposedNext(award, latest, now)));
            case Reward.NotEligible waiting -> changed(waiting, waiting.reassessed(award, now));
            case Reward.Open _, Reward.Paid _ when award.ends() -> ended(latest, award.objections(), now);
            case Reward.AwaitingApproval awaiting
            when award.suspends() -> List.of(Step.between(awaiting, awaiting.withdrawn(award.objections())));
            // What a person approved stands until it ends; an argument meanwhile only keeps it from becoming payable.
            case Reward.Reducible promised -> reduced(promised, award, now);
            case Reward.Rejected _ -> replaced ? List.of(proposedNext(award, latest, now)) : List.of();
            case Reward.Voided _, Reward.ClawedBack _ ->
                award.isEligible() ? List.of(proposedNext(award, latest, now)) : List.of();
        };
    }

    private static List<Step> ended(Reward reward, List<Reason> reasons, Instant now) {
        return switch (reward) {
            case Reward.Open open -> List.of(Step.between(open, open.voided(reasons, now)));
            case Reward.Paid paid -> List.of(Step.between(paid, paid.clawedBack(reasons, now)));
            case Reward.InPayout _, Reward.Rejected _, Reward.Voided _, Reward.ClawedBack _ -> List.of();
        };
    }

    private static List<Step> reduced(Reward.Reducible promised, Award award, Instant now) {
        long due = award.reductionOf(promised.terms().amount()) - promised.reducedMinor();
        return due > 0 ? List.of(Step.between(promised, promised.reducedBy(due, now))) : List.of();
    }

    private static Step proposedNext(Award award, Reward latest, Instant now) {
        RewardKey key = new RewardKey(
                award.rule(),
                award.referralId(),
                award.role(),
                latest.terms().key().ordinal() + 1);
        return proposed(award, key, now);
    }

    /** Eligible ones are put before people, all others say why not. */
    private static Step proposed(Award award, RewardKey key, Instant now) {
        RewardTerms terms = award.terms(key, now);
        return Step.proposed(
                award.isEligible()
                        ? Reward.AwaitingApproval.of(terms, award)
                        : new Reward.NotEligible(terms, award.objections()));
    }

    private static List<Step> changed(Reward before, Reward after) {
        return before.equals(after) ? List.of() : List.of(Step.between(before, after));
    }

    private static List<Step> concat(List<Step> first, List<Step> second) {
        List<Step> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
