package io.askwell.reward.domain.ledger;

import java.nio.charset.StandardCharsets;
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
 * @param reverses the transfer that this one takes back, in full
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
        boolean resolves = code == TransferCode.REWARD || code == TransferCode.VOID;
        if (resolves != (pendingId != null) || (code == TransferCode.REVERSAL) != (reverses != null)) {
            throw new IllegalArgumentException(code + " does not refer to what it should");
        }
    }

    public static Transfer hold(
            UUID rewardId, String referralId, Account debit, Account credit, Money amount, Instant at) {
        return new Transfer(
                id(rewardId, TransferCode.REWARD_HOLD),
                debit,
                credit,
                amount,
                TransferCode.REWARD_HOLD,
                null,
                null,
                rewardId,
                referralId,
                at);
    }

    public Transfer posted(Instant at) {
        return resolved(TransferCode.REWARD, at);
    }

    public Transfer voided(Instant at) {
        return resolved(TransferCode.VOID, at);
    }

    public Transfer reversed(Instant at) {
        require(TransferCode.REWARD);
        return new Transfer(
                id(rewardId, TransferCode.REVERSAL),
                credit,
                debit,
                amount,
                TransferCode.REVERSAL,
                null,
                transferId,
                rewardId,
                referralId,
                at);
    }

    /** What this transfer does to the totals of its two accounts: the debited one first. */
    public List<TotalsChange> changes() {
        long minor = amount.amountMinor();
        Totals debited = switch (code) {
            case REWARD_HOLD -> new Totals(minor, 0, 0, 0);
            case REWARD -> new Totals(-minor, 0, minor, 0);
            case VOID -> new Totals(-minor, 0, 0, 0);
            case REVERSAL -> new Totals(0, 0, minor, 0);
        };
        return List.of(
                new TotalsChange(debit, amount.currency(), debited),
                new TotalsChange(credit, amount.currency(), debited.mirrored()));
    }

    private Transfer resolved(TransferCode resolution, Instant at) {
        require(TransferCode.REWARD_HOLD);
        return new Transfer(
                id(rewardId, resolution),
                debit,
                credit,
                amount,
                resolution,
                transferId,
                null,
                rewardId,
                referralId,
                at);
    }

    private void require(TransferCode expected) {
        if (code != expected) {
            throw new IllegalStateException(code + " where " + expected + " was due");
        }
    }

    private static UUID id(UUID rewardId, TransferCode step) {
        return UUID.nameUUIDFromBytes(("transfer/" + rewardId + "/" + step).getBytes(StandardCharsets.UTF_8));
    }
}
