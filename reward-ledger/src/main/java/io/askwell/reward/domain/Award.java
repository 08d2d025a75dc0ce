package io.askwell.reward.domain;

import io.askwell.reward.domain.ledger.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says that one side of a won referral gets, or why not.
 *
 * @param beneficiary null while nobody is credited
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
        Instant holdUntil,
        String correlationId,
        List<Reason> objections) {

    public Award {
        objections = List.copyOf(objections);
        if (objections.isEmpty() && beneficiary == null) {
            throw new IllegalArgumentException("nobody is eligible");
        }
    }

    boolean isEligible() {
        return objections.isEmpty();
    }

    /** Whether what was promised or booked under an earlier judgement cannot stand. */
    boolean ends() {
        return objections.stream().anyMatch(objection -> objection.code().ends());
    }

    boolean isForAnotherThan(@Nullable Party named) {
        return named != null && beneficiary != null && !beneficiary.equals(named);
    }

    RewardTerms terms(RewardKey key, Instant now) {
        return new RewardTerms(key, program, policy, beneficiary, form, amount, holdUntil, now, correlationId);
    }
}
