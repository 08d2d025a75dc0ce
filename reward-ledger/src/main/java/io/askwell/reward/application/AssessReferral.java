package io.askwell.reward.application;

import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ReferralRewards;
import io.askwell.reward.domain.Step;
import io.askwell.reward.domain.rule.RewardRules;
import java.time.Instant;
import java.util.List;

/** Takes in what the attribution tracker says about a referral, and draws the consequences for its rewards. */
public final class AssessReferral {

    /** What came of it. */
    public enum Outcome {
        CHANGED,
        UNCHANGED,
        OUT_OF_DATE
    }

    private final Referrals referrals;
    private final Rewards rewards;
    private final RewardRules rules;
    private final BookSteps steps;
    private final Observer observer;

    public AssessReferral(Referrals referrals, Rewards rewards, RewardRules rules, BookSteps steps, Observer observer) {
        this.referrals = referrals;
        this.rewards = rewards;
        this.rules = rules;
        this.steps = steps;
        this.observer = observer;
    }

    /**
     * Runs in the transaction of the caller.
     *
     * @param asOf when the tracker recorded the facts. The log orders them already; this keeps an old record that was
     *     redriven from the dead letters from undoing a newer one.
     */
    public void assess(Referral referral, Instant asOf, Cause cause) {
        observer.assessed(outcome(referral, asOf, cause));
    }

    private Outcome outcome(Referral referral, Instant asOf, Cause cause) {
        if (!referrals.keep(referral, asOf)) {
            return Outcome.OUT_OF_DATE;
        }
        List<Step> due = new ReferralRewards(rewards.ofReferral(referral.referralId()))
                .assessed(rules.awards(referral), cause.recordedAt());
        steps.book(due, cause);
        return due.isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED;
    }
}
