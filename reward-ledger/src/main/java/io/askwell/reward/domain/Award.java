package io.askwell.reward.domain;

import io.askwell.reward.domain.ledger.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says that one side of a won referral gets, or why not.
 *
 * @param beneficiary null while nobody is credited
 * @param amount within tier, cap and budget as they are now; fixed once it is proposed
 * @param objections all that speaks against it; none means eligible
 */
public record Award(
        String rule,
        String referralId,
        RewardRole role,
        String program,
        PolicyStamp policy,
        @Nullable Party beneficiary,
        RewardForm form,
        Money amount,
        int approversNeeded,
        Referral.Win win,
        Instant holdUntil,
        String correlationId,
        List<Reason> objections) {

    public Award {
        objections = List.copyOf(objections);
        if (objections.isEmpty() && beneficiary == null) {
            throw new IllegalArgumentException("nobody is eligible");
        }
    }

    public boolean isEligible() {
        return objections.isEmpty();
    }

    /** What is left of it after what was refunded; nothing while it is not eligible. Minor units. */
    public long promisedMinor() {
        return isEligible() ? amount.amountMinor() - reductionOf(amount) : 0;
    }

    /** Whether what was promised or booked under an earlier judgement cannot stand. */
    boolean ends() {
        return objections.stream().anyMatch(objection -> objection.code().ends());
    }

    /** Whether what waits for people is to wait for better news instead. Cap and budget were settled when it was proposed. */
    boolean suspends() {
        return !objections.stream().allMatch(objection -> objection.code().isSettledAtProposal());
    }

    /** Whether it is another reward than the one that stands: of somebody else, or under another rule. */
    boolean replaces(RewardTerms standing) {
        return beneficiary != null
                && ((standing.beneficiary() != null && !beneficiary.equals(standing.beneficiary()))
                        || !rule.equals(standing.key().rule()));
    }

    /**
     * The part of a promised amount that what was refunded so far takes away: floor(amount × min(refunded, value) ÷ value), in
     * minor units.
     */
    long reductionOf(Money promised) {
        Money value = win.value();
        Money refunded = win.refunded();
        if (value == null || refunded == null || value.amountMinor() == 0 || !value.isIn(refunded.currency())) {
            return 0;
        }
        return BigInteger.valueOf(promised.amountMinor())
                .multiply(BigInteger.valueOf(Math.min(refunded.amountMinor(), value.amountMinor())))
                .divide(BigInteger.valueOf(value.amountMinor()))
                .longValueExact();
    }

    RewardTerms terms(RewardKey key, Instant now) {
        return new RewardTerms(
                key,
                program,
                policy,
                beneficiary,
                form,
                amount,
                approversNeeded,
                win.at(),
                holdUntil,
                now,
                correlationId);
    }
}
