package io.askwell.reward.domain.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.RewardForm;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.payout.PayoutItem.Status;
import io.askwell.reward.domain.payout.Reconciliation.Kind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final Money DUE = new Money(25_000, "USD");
    private static final PayoutItem PAID = item(1, new PayoutResult.Paid("P-1", null));
    private static final PayoutItem UNKNOWN = item(2, new PayoutResult.Unknown(null, "timed out"));

    @Test
    void whatBothSidesTellAlikeMatches() {
        Reconciliation reconciliation = Reconciliation.of(
                List.of(PAID, UNKNOWN), List.of(line(UNKNOWN, DUE, Status.UNKNOWN, null), paid(PAID, "P-1")));

        assertThat(reconciliation.matched()).isEqualTo(2);
        assertThat(reconciliation.differences()).isEmpty();
    }

    @Test
    void anItemThatTheProviderDoesNotKnowIsMissingThere() {
        assertThat(kinds(List.of(PAID), List.of())).containsExactly(Kind.MISSING_AT_PROVIDER);
    }

    @Test
    void aPaymentThatTheBatchDoesNotKnowIsUnknownHere() {
        Reconciliation reconciliation = Reconciliation.of(List.of(), List.of(paid(PAID, "P-1")));

        assertThat(reconciliation.differences())
                .containsExactly(new Reconciliation.Difference(
                        Kind.UNKNOWN_AT_LEDGER, PAID.itemKey(), null, List.of(paid(PAID, "P-1"))));
    }

    @Test
    void anotherAmountOrCurrencyDiffers() {
        assertThat(kinds(List.of(PAID), List.of(line(PAID, new Money(24_999, "USD"), Status.PAID, "P-1"))))
                .containsExactly(Kind.AMOUNT_DIFFERS);
        assertThat(kinds(List.of(PAID), List.of(line(PAID, new Money(25_000, "EUR"), Status.PAID, "P-1"))))
                .containsExactly(Kind.AMOUNT_DIFFERS);
    }

    @Test
    void whatIsUnknownHereAndPaidThereDiffersWithBothSides() {
        Reconciliation reconciliation = Reconciliation.of(List.of(UNKNOWN), List.of(paid(UNKNOWN, "P-2")));

        assertThat(reconciliation.matched()).isZero();
        assertThat(reconciliation.differences())
                .containsExactly(new Reconciliation.Difference(
                        Kind.STATUS_DIFFERS, UNKNOWN.itemKey(), UNKNOWN, List.of(paid(UNKNOWN, "P-2"))));
    }

    @Test
    void paidUnderAnotherReferenceDiffers() {
        assertThat(kinds(List.of(PAID), List.of(paid(PAID, "P-9")))).containsExactly(Kind.REFERENCE_DIFFERS);
    }

    @Test
    void whatIsPaidMoreThanOnceUnderOneKeyIsNamed() {
        assertThat(kinds(List.of(PAID), List.of(paid(PAID, "P-1"), paid(PAID, "P-9"))))
                .containsExactly(Kind.PAID_TWICE);
        assertThat(kinds(List.of(), List.of(paid(PAID, "P-1"), paid(PAID, "P-9"))))
                .containsExactly(Kind.UNKNOWN_AT_LEDGER, Kind.PAID_TWICE);
    }

    @Test
    void anAttemptThatFailedBeforeOneThatPaidIsNoDifference() {
        assertThat(kinds(List.of(PAID), List.of(line(PAID, DUE, Status.FAILED, null), paid(PAID, "P-1"))))
                .isEmpty();
    }

    private static List<Kind> kinds(List<PayoutItem> items, List<ProviderLine> lines) {
        return Reconciliation.of(items, lines).differences().stream()
                .map(Reconciliation.Difference::kind)
                .toList();
    }

    private static ProviderLine paid(PayoutItem item, String reference) {
        return line(item, DUE, Status.PAID, reference);
    }

    private static ProviderLine line(PayoutItem item, Money amount, Status status, @Nullable String reference) {
        return new ProviderLine(item.itemKey(), amount, status, reference);
    }

    private static PayoutItem item(long number, PayoutResult result) {
        return new PayoutItem(
                new UUID(0, 7),
                new UUID(0, number),
                "R-" + number,
                new Party(Party.Kind.CUSTOMER, "C-100"),
                RewardForm.CREDIT,
                DUE,
                result);
    }
}
