package io.askwell.reward.application;

import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ReferralRewards;
import io.askwell.reward.domain.Step;
import io.askwell.reward.domain.rule.RewardRules;
import io.askwell.reward.domain.rule.Standing;
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

    private final Ledger ledger;
    private final Referrals referrals;
    private final Rewards rewards;
    private final Standings standings;
    private final RewardRules rules;
    private final BookSteps steps;
    private final Observer observer;

    public AssessReferral(
            Ledger ledger,
            Referrals referrals,
            Rewards rewards,
            Standings standings,
            RewardRules rules,
            BookSteps steps,
            Observer observer) {
        this.ledger = ledger;
        this.referrals = referrals;
        this.rewards = rewards;
        this.standings = standings;
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
        ledger.lock();
        observer.assessed(referrals.keep(referral, asOf) ? judge(referral, cause) : Outcome.OUT_OF_DATE);
    }

    /** Judges what is known of a referral once more, since something of it had to wait. Behind the ledger's lock. */
    void assessAgain(String referralId, Cause cause) {
        judge(referrals.find(referralId).orElseThrow(), cause);
    }

    private Outcome judge(Referral referral, Cause cause) {
        ReferralRewards known = new ReferralRewards(rewards.ofReferral(referral.referralId()));
        Standing standing =
                standings.of(referral, rules.program().name(), rules.program().currencyOf(referral));
        List<Step> due = known.assessed(rules.awards(referral, known, standing), cause.recordedAt());
        steps.book(due, cause);
        return due.isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED;
    }
}
