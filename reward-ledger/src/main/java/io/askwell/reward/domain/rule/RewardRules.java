package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Award;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ReferralRewards;
import io.askwell.reward.domain.RewardRole;
import java.util.List;

/** Every rule of the program. For each side the first one that has something to say decides. */
public final class RewardRules {

    private static final List<RewardRule> ALL = List.of(new PartnerPercentage(), new TwoSidedCredit());

    private final Program program;

    public RewardRules(Program program) {
        this.program = program;
    }

    public Program program() {
        return program;
    }

    /**
     * Nothing before the deal is won.
     *
     * @param known what the referral has led to so far
     */
    public List<Award> awards(Referral referral, ReferralRewards known, Standing standing) {
        Referral.Win win = referral.win();
        if (win == null) {
            return List.of();
        }
        long others = standing.committedInQuarterMinor();
        Award referrer = award(new WonReferral(
                referral,
                win,
                RewardRole.REFERRER,
                program,
                standing,
                others + known.committedMinor(RewardRole.REFERRED)));
        long first =
                referrer.isEligible() ? referrer.amount().amountMinor() : known.committedMinor(RewardRole.REFERRER);
        Award referred = award(new WonReferral(referral, win, RewardRole.REFERRED, program, standing, others + first));
        return List.of(referrer, referred);
    }

    private static Award award(WonReferral won) {
        return ALL.stream()
                .flatMap(rule -> rule.award(won).stream())
                .findFirst()
                .orElseThrow();
    }
}
