package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Award;
import io.askwell.reward.domain.Referral;
import java.util.List;

/** Every rule of the program, in the order in which they propose. */
public final class RewardRules {

    private static final List<RewardRule> ALL = List.of(new TwoSidedCredit());

    private final Program program;

    public RewardRules(Program program) {
        this.program = program;
    }

    /** Nothing before the deal is won. */
    public List<Award> awards(Referral referral) {
        Referral.Win win = referral.win();
        if (win == null) {
            return List.of();
        }
        return ALL.stream()
                .flatMap(rule -> rule.awards(referral, win, program).stream())
                .toList();
    }
}
