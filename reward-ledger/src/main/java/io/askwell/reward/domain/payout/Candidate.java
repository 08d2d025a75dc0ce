package io.askwell.reward.domain.payout;

import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.Reward;
import java.util.Objects;

/**
 * A reward that may go into a batch.
 *
 * @param referral that it is for, as it is known now
 */
public record Candidate(Reward.Payable reward, Referral referral) {

    public Candidate {
        if (!reward.terms().key().referralId().equals(referral.referralId())) {
            throw new IllegalArgumentException("a reward beside the referral of another one");
        }
    }

    Party beneficiary() {
        return Objects.requireNonNull(reward.terms().beneficiary());
    }

    long owedMinor() {
        return reward.outstanding().amountMinor();
    }
}
