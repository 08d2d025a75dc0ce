package io.askwell.reward.domain.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One debit, one credit, one amount. The id is made of the reward and the step, so that repeating a step makes the same
 * transfer and never a second one.
 *
 * @param amount above zero
 * @param pendingId the hold that this transfer posts or voids, in full
 * @param reverses what this transfer takes back, in full or in part: of a reversal and a clawback the REWARD, of a REWARD
 *     without a hold the CLAWBACK that it settles
 */
public record Transfer(
        UUID transferId,
        Account debit,
        Account credit,
        Money amount,
        TransferCode code,
        @Nullable UUID pendingId,
        @Nullable UUID reverses,
        UUID rewardId,
        String referralId,
        Instant at) {

    public Transfer {
        if (amount.amountMinor() == 0) {
            throw new IllegalArgumentException("a transfer of nothing");
        }
        if (debit.equals(credit)) {
            throw new IllegalArgumentException("a transfer from an account to itself");
        }
        boolean refers = switch (code) {
            case REWARD_HOLD, PAYOUT -> pendingId == null && reverses == null;
            case REWARD -> (pendingId == null) != (reverses == null);
            case VOID -> pendingId != null && reverses == null;
            case REVERSAL, CLAWBACK -> pendingId == null && reverses != null;
        };
        if (!refers) {
            throw new IllegalArgumentException(code + " does not refer to what it should");
        }
    }

    /** What this transfer does to the totals of its two accounts: the debited one first. */
    public List<TotalsChange> changes() {
        long minor = amount.amountMinor();
        Totals debited = switch (code) {
            case REWARD_HOLD -> new Totals(minor, 0, 0, 0);
            case REWARD -> new Totals(pendingId == null ? 0 : -minor, 0, minor, 0);
            case VOID -> new Totals(-minor, 0, 0, 0);
            case PAYOUT, REVERSAL, CLAWBACK -> new Totals(0, 0, minor, 0);
        };
        return List.of(
                new TotalsChange(debit, amount.currency(), debited),
                new TotalsChange(credit, amount.currency(), debited.mirrored()));
    }
}
