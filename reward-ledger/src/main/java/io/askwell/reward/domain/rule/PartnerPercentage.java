package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Award;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.RewardRole;
import io.askwell.reward.domain.ledger.Money;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A partner gets a part of the deal's value, whole minor units, the rest of the division dropped. It has neither tier nor cap. */
final class PartnerPercentage implements RewardRule {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    @Override
    public String name() {
        return "partner-percentage-v1";
    }

    @Override
    public Optional<Award> award(WonReferral won) {
        Party beneficiary = won.beneficiary();
        if (won.role() != RewardRole.REFERRER || beneficiary == null || beneficiary.kind() != Party.Kind.PARTNER) {
            return Optional.empty();
        }
        return Optional.of(won.award(name(), won.amounts().isPresent() ? share(won) : 0, List.of()));
    }

    private static long share(WonReferral won) {
        Money value = won.win().value();
        return value == null
                ? 0
                : BigInteger.valueOf(value.amountMinor())
                        .multiply(BigInteger.valueOf(won.program().partnerPercent()))
                        .divide(HUNDRED)
                        .longValueExact();
    }
}
