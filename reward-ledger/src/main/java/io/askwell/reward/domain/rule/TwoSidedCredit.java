package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Award;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Reason;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.RewardForm;
import io.askwell.reward.domain.RewardRole;
import io.askwell.reward.domain.ledger.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both sides of a won referral get a credit, or neither does. */
final class TwoSidedCredit implements RewardRule {

    @Override
    public String name() {
        return "two-sided-credit-v1";
    }

    @Override
    public List<Award> awards(Referral referral, Referral.Win win, Program program) {
        Party referrer = referral.attribution().credited().orElse(null);
        Party referred = Party.leadOf(referral.referralId());
        List<Reason> objections = Objections.to(referral, win, program);
        return List.of(
                award(RewardRole.REFERRER, referrer, referral, win, program, objections),
                award(RewardRole.REFERRED, referred, referral, win, program, objections));
    }

    private Award award(
            RewardRole role,
            @Nullable Party beneficiary,
            Referral referral,
            Referral.Win win,
            Program program,
            List<Reason> objections) {
        return new Award(
                name(),
                referral.referralId(),
                role,
                program.name(),
                program.stamp(),
                beneficiary,
                RewardForm.CREDIT,
                amount(role, win, program),
                win.at().plus(program.holdPeriod()),
                referral.correlationId(),
                objections);
    }

    /** The program's own currency stands in while the value is unknown; a currency without amounts gets none. */
    private static Money amount(RewardRole role, Referral.Win win, Program program) {
        String currency = win.value() == null ? program.currency() : win.value().currency();
        return program.amounts(currency).map(amounts -> amounts.forRole(role)).orElseGet(() -> Money.zero(currency));
    }
}
