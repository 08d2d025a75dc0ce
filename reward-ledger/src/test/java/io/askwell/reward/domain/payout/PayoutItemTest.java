package io.askwell.reward.domain.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.reward.domain.payout.PayoutItem.Consequence;
import io.askwell.reward.domain.payout.PayoutItem.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PayoutItemTest {

    private static final PayoutResult PAID = new PayoutResult.Paid("P-1", null);
    private static final PayoutResult FAILED = new PayoutResult.Failed("P-1", "account closed");
    private static final PayoutResult UNKNOWN = new PayoutResult.Unknown(null, "timed out");

    private final PayoutItem open = itemOf(new UUID(0, 7));

    @Test
    void aBatchIsWorthTheSumOfItsItems() {
        assertThat(batch(new UUID(0, 7)).total()).isEqualTo(open.amount());
        assertThat(open.amount().amountMinor()).isEqualTo(25_000);
    }

    @Test
    void theKeyIsTheSameHoweverOftenTheProviderIsAskedAndAnotherInTheNextBatch() {
        assertThat(heard(open, UNKNOWN).itemKey()).isEqualTo(open.itemKey());
        assertThat(itemOf(new UUID(0, 7)).itemKey()).isEqualTo(open.itemKey());
        assertThat(itemOf(new UUID(0, 8)).itemKey()).isNotEqualTo(open.itemKey());
    }

    @Test
    void anUnknownOutcomeStaysUnknownUntilTheProviderKnows() {
        PayoutItem unknown = heard(open, UNKNOWN);

        assertThat(unknown.status()).isEqualTo(Status.UNKNOWN);
        assertThat(unknown.hear(UNKNOWN)).isInstanceOf(Consequence.NothingNew.class);
        assertThat(heard(unknown, PAID).status()).isEqualTo(Status.PAID);
        assertThat(heard(unknown, FAILED).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void anUnknownOutcomeThatComesLateTakesNothingBack() {
        assertThat(heard(open, PAID).hear(UNKNOWN)).isInstanceOf(Consequence.NothingNew.class);
        assertThat(heard(open, FAILED).hear(UNKNOWN)).isInstanceOf(Consequence.NothingNew.class);
    }

    @Test
    void theSameResultAgainIsNothingNew() {
        assertThat(heard(open, PAID).hear(PAID)).isInstanceOf(Consequence.NothingNew.class);
        assertThat(heard(open, FAILED).hear(new PayoutResult.Failed(null, "said in other words")))
                .isInstanceOf(Consequence.NothingNew.class);
    }

    @Test
    void paidAndFailedContradictEachOtherInEitherOrder() {
        assertThat(heard(open, PAID).hear(FAILED)).isInstanceOf(Consequence.Contradiction.class);
        assertThat(heard(open, FAILED).hear(PAID)).isInstanceOf(Consequence.Contradiction.class);
    }

    @Test
    void anotherReferenceOfTheProviderIsAnotherPayment() {
        assertThat(heard(open, PAID).hear(new PayoutResult.Paid("P-2", null)))
                .isInstanceOf(Consequence.Contradiction.class);
        assertThat(heard(open, FAILED).hear(new PayoutResult.Failed("P-2", null)))
                .isInstanceOf(Consequence.Contradiction.class);
    }

    private static PayoutItem heard(PayoutItem item, PayoutResult said) {
        assertThat(item.hear(said)).isInstanceOf(Consequence.News.class);
        return ((Consequence.News) item.hear(said)).after();
    }

    private static PayoutItem itemOf(UUID batchId) {
        return batch(batchId).items().getFirst();
    }

    private static PayoutBatch batch(UUID batchId) {
        return PayoutBatch.of(
                batchId,
                "USD",
                "fin",
                Instant.EPOCH,
                List.of(CandidateBuilder.payable().build().reward().takenInto(batchId)),
                List.of());
    }
}
