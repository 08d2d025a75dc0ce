package io.askwell.reward.domain;

import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.ledger.RewardEntries;
import io.askwell.reward.domain.ledger.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reward is about, the same in each of its states once it has been proposed.
 *
 * @param beneficiary null as long as nobody is credited; once named it never changes, another one gets another reward
 * @param approversNeeded how many different people must say yes
 * @param wonAt when the deal was won
 * @param holdUntil not payable before
 * @param proposedAt when it was put before people, or recorded as not eligible
 */
public record RewardTerms(
        RewardKey key,
        String program,
        PolicyStamp policy,
        @Nullable Party beneficiary,
        RewardForm form,
        Money amount,
        int approversNeeded,
        Instant wonAt,
        Instant holdUntil,
        Instant proposedAt,
        String correlationId) {

    public UUID rewardId() {
        return key.rewardId();
    }

    /** These terms with what an earlier judgement of the same reward has fixed: its beneficiary and its date. */
    RewardTerms stillProposedAs(RewardTerms earlier) {
        return new RewardTerms(
                key,
                program,
                policy,
                earlier.beneficiary == null ? beneficiary : earlier.beneficiary,
                form,
                amount,
                approversNeeded,
                wonAt,
                holdUntil,
                earlier.proposedAt,
                correlationId);
    }

    Money money(long minor) {
        return new Money(minor, amount.currency());
    }

    /** @param transfers of this reward, in order */
    public RewardEntries entries(List<Transfer> transfers) {
        if (beneficiary == null) {
            throw new IllegalStateException("a reward for nobody was put before people");
        }
        RewardEntries.Sides sides = new RewardEntries.Sides(
                Account.rewardExpense(program),
                Account.payouts(program),
                beneficiary.rewardsPayable(),
                beneficiary.rewardsReceivable());
        return new RewardEntries(rewardId(), key.referralId(), sides, amount.currency(), transfers);
    }
}
