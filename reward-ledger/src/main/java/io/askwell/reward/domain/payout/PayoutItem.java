package io.askwell.reward.domain.payout;

import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.RewardForm;
import io.askwell.reward.domain.ledger.Money;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payment of a batch.
 *
 * @param amount what was owed when the batch was made; nothing changes it while the payment is under way
 * @param result the newest word on it; null as long as nothing was heard
 */
public record PayoutItem(
        UUID batchId,
        UUID rewardId,
        String referralId,
        Party beneficiary,
        RewardForm form,
        Money amount,
        @Nullable PayoutResult result) {

    public enum Status {
        /** Nothing was heard of it. */
        OPEN,
        PAID,
        FAILED,
        UNKNOWN
    }

    /** What follows from a result. */
    public sealed interface Consequence {

        record News(PayoutItem after) implements Consequence {}

        /** It is known already, or it says less than what is known. */
        record NothingNew() implements Consequence {}

        /** It cannot be true together with what is final. */
        record Contradiction(PayoutItem known) implements Consequence {}
    }

    static PayoutItem of(Reward.InPayout reward) {
        return new PayoutItem(
                reward.batchId(),
                reward.terms().rewardId(),
                reward.terms().key().referralId(),
                Objects.requireNonNull(reward.terms().beneficiary()),
                reward.terms().form(),
                reward.outstanding(),
                null);
    }

    /**
     * What the provider gets as its idempotency key: the same however often it is asked, and another one in a later batch, which
     * comes only after this payment has failed.
     */
    public UUID itemKey() {
        return UUID.nameUUIDFromBytes(("payout/" + batchId + "/" + rewardId).getBytes(StandardCharsets.UTF_8));
    }

    public Status status() {
        return switch (result) {
            case null -> Status.OPEN;
            case PayoutResult.Paid _ -> Status.PAID;
            case PayoutResult.Failed _ -> Status.FAILED;
            case PayoutResult.Unknown _ -> Status.UNKNOWN;
        };
    }

    /** Results come in any order and more than once: paid and failed are final, unknown never takes anything back. */
    public Consequence hear(PayoutResult said) {
        return switch (result) {
            case null -> news(said);
            case PayoutResult.Unknown unknown -> said.equals(unknown) ? new Consequence.NothingNew() : news(said);
            case PayoutResult.Paid paid -> unlessContradicting(agrees(paid, said));
            case PayoutResult.Failed failed -> unlessContradicting(agrees(failed, said));
        };
    }

    private Consequence news(PayoutResult said) {
        return new Consequence.News(new PayoutItem(batchId, rewardId, referralId, beneficiary, form, amount, said));
    }

    private Consequence unlessContradicting(boolean agrees) {
        return agrees ? new Consequence.NothingNew() : new Consequence.Contradiction(this);
    }

    private static boolean agrees(PayoutResult.Paid paid, PayoutResult said) {
        return switch (said) {
            case PayoutResult.Unknown _ -> true;
            case PayoutResult.Failed _ -> false;
            case PayoutResult.Paid again -> again.providerRef().equals(paid.providerRef());
        };
    }

    private static boolean agrees(PayoutResult.Failed failed, PayoutResult said) {
        return switch (said) {
            case PayoutResult.Unknown _ -> true;
            case PayoutResult.Paid _ -> false;
            case PayoutResult.Failed again ->
                again.providerRef() == null
                        || failed.providerRef() == null
                        || again.providerRef().equals(failed.providerRef());
        };
    }
}
