package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Award;
import io.askwell.reward.domain.Reason;
import io.askwell.reward.domain.Reason.Code;
import io.askwell.reward.domain.RewardRole;
import java.util.List;
import java.util.Optional;

/**
 * Both sides of a won referral get a fixed amount. The referrer's grows with the wins of twelve months, and its sum over a
 * calendar year has a cap: what is beyond it is cut off.
 */
final class TwoSidedCredit implements RewardRule {

    @Override
    public String name() {
        return "two-sided-credit-v1";
    }

    @Override
    public Optional<Award> award(WonReferral won) {
        return Optional.of(
                won.amounts().map(amounts -> award(won, amounts)).orElseGet(() -> won.award(name(), 0, List.of())));
    }

    private Award award(WonReferral won, Program.Amounts amounts) {
        if (won.role() == RewardRole.REFERRED) {
            return won.award(name(), amounts.referred().amountMinor(), List.of());
        }
        long full = amounts.referrer(won.standing().winsBefore() + 1).amountMinor();
        long left = Math.max(0, amounts.yearlyCapMinor() - won.standing().rewardedInYearMinor());
        boolean isCapped = left == 0 && won.form().isMoney();
        return won.award(name(), Math.min(full, left), isCapped ? List.of(Reason.of(Code.CAP_REACHED)) : List.of());
    }
}
