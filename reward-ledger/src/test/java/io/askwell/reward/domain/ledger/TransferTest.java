package io.askwell.reward.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TransferTest {

    private static final Instant NOW = Instant.parse("2026-10-09T08:00:00Z");
    private static final UUID REWARD_ID = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final Account EXPENSE = Account.rewardExpense("default");
    private static final Account PAYABLE = Account.rewardsPayable("customer", "C-100");
    private static final Money AMOUNT = new Money(25_000, "USD");
    private static final Account RECEIVABLE = Account.rewardsReceivable("customer", "C-100");
    private static final RewardEntries NOTHING = new RewardEntries(
            REWARD_ID,
            "R-1",
            new RewardEntries.Sides(EXPENSE, Account.payouts("default"), PAYABLE, RECEIVABLE),
            "USD",
            List.of());
    private static final RewardEntries HELD = NOTHING.hold(AMOUNT, NOW);
    private static final RewardEntries POSTED = HELD.post(List.of(), NOW);

    @Test
    void aHoldIsPendingOnBothSidesAndAvailableOnNeither() {
        assertThat(balance(PAYABLE, HELD)).isEqualTo(new Balance(25_000, 0, 0));
        assertThat(balance(EXPENSE, HELD)).isEqualTo(new Balance(25_000, 0, 0));
    }

    @Test
    void postingMovesTheAmountFromPendingToPosted() {
        assertThat(balance(PAYABLE, POSTED)).isEqualTo(new Balance(0, 25_000, 25_000));
        assertThat(balance(EXPENSE, POSTED)).isEqualTo(new Balance(0, 25_000, 25_000));
    }

    @Test
    void voidingAndReversingLeaveNothing() {
        assertThat(balance(PAYABLE, HELD.voidHold(NOW))).isEqualTo(new Balance(0, 0, 0));
        assertThat(balance(PAYABLE, POSTED.reverse(25_000, NOW))).isEqualTo(new Balance(0, 0, 0));
        assertThat(balance(EXPENSE, POSTED.reverse(25_000, NOW))).isEqualTo(new Balance(0, 0, 0));
    }

    @Test
    void aPayoutSettlesWhatIsOwedAndAClawbackWantsItBack() {
        RewardEntries paid = POSTED.payOut(NOW);

        assertThat(balance(PAYABLE, paid)).isEqualTo(new Balance(0, 0, 0));
        assertThat(balance(RECEIVABLE, paid.clawBack(10_000, NOW))).isEqualTo(new Balance(0, 10_000, 10_000));
        assertThat(balance(EXPENSE, paid.clawBack(10_000, NOW))).isEqualTo(new Balance(0, 15_000, 15_000));
    }

    @Test
    void postingSettlesTheOldestDebtFirstAndOwesTheRest() {
        UUID older = UUID.nameUUIDFromBytes(new byte[] {2});
        UUID newer = UUID.nameUUIDFromBytes(new byte[] {3});

        RewardEntries posted =
                HELD.post(List.of(new RewardEntries.Debt(older, 10_000), new RewardEntries.Debt(newer, 20_000)), NOW);

        assertThat(posted.owedMinor()).isZero();
        assertThat(posted.transfers().stream()
                        .filter(transfer -> transfer.reverses() != null)
                        .map(transfer ->
                                transfer.reverses() + " " + transfer.amount().amountMinor()))
                .containsExactly(older + " 10000", newer + " 15000");
        assertThat(balance(RECEIVABLE, posted)).isEqualTo(new Balance(0, -25_000, -25_000));
    }

    @Test
    void takingBackMoreThanIsOwedOpensTheDebtsAgainThatItHadSettled() {
        UUID debt = UUID.nameUUIDFromBytes(new byte[] {2});
        RewardEntries posted = HELD.post(List.of(new RewardEntries.Debt(debt, 10_000)), NOW);

        RewardEntries less = posted.reverse(20_000, NOW);
        RewardEntries none = less.reverse(5_000, NOW);

        assertThat(less.owedMinor()).isZero();
        assertThat(balance(RECEIVABLE, less)).isEqualTo(new Balance(0, -5_000, -5_000));
        assertThat(balance(RECEIVABLE, none)).isEqualTo(new Balance(0, 0, 0));
        assertThat(balance(PAYABLE, none)).isEqualTo(new Balance(0, 0, 0));
        assertThat(balance(EXPENSE, none)).isEqualTo(new Balance(0, 0, 0));
    }

    @Test
    void theSameStepHasTheSameIdAndAnotherStepAnother() {
        assertThat(NOTHING.hold(AMOUNT, NOW.plusSeconds(1))
                        .transfers()
                        .getFirst()
                        .transferId())
                .isEqualTo(HELD.transfers().getFirst().transferId());
        assertThat(Stream.of(
                                HELD.voidHold(NOW)
                                        .hold(new Money(10_000, "USD"), NOW)
                                        .voidHold(NOW),
                                POSTED.reverse(1_000, NOW).reverse(1_000, NOW),
                                POSTED.payOut(NOW).clawBack(1_000, NOW).clawBack(1_000, NOW))
                        .flatMap(entries -> entries.transfers().stream())
                        .distinct()
                        .map(Transfer::transferId))
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyAHoldIsPostedOrVoidedAndOnlyWhatIsPostedIsReversed() {
        assertThatIllegalStateException().isThrownBy(() -> POSTED.post(List.of(), NOW));
        assertThatIllegalStateException().isThrownBy(() -> POSTED.voidHold(NOW));
        assertThatIllegalStateException().isThrownBy(() -> HELD.reverse(25_000, NOW));
        assertThatIllegalStateException().isThrownBy(() -> HELD.clawBack(25_000, NOW));
    }

    @Test
    void aTransferMovesSomethingBetweenTwoAccounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> NOTHING.hold(Money.zero("USD"), NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Transfer(
                        REWARD_ID,
                        PAYABLE,
                        PAYABLE,
                        AMOUNT,
                        TransferCode.REWARD_HOLD,
                        null,
                        null,
                        REWARD_ID,
                        "R-1",
                        NOW));
    }

    @Test
    void everyCodeRefersToWhatItTakesBackOrResolvesAndToNothingElse() {
        for (TransferCode code : TransferCode.values()) {
            assertThatIllegalArgumentException()
                    .as(code.name())
                    .isThrownBy(() -> new Transfer(
                            REWARD_ID, EXPENSE, PAYABLE, AMOUNT, code, REWARD_ID, REWARD_ID, REWARD_ID, "R-1", NOW));
        }
    }

    @Test
    void anAccountIsNamedForWhoseItIsAndWhatItHolds() {
        assertThat(EXPENSE).hasToString("program:default:reward-expense");
        assertThat(PAYABLE).hasToString("customer:C-100:rewards-payable");
        assertThatIllegalArgumentException().isThrownBy(() -> new Account("customer:C-100"));
    }

    @Test
    void moneyIsNeverNegativeAndHasACurrency() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(-1, "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Money(1, "usd"));
    }

    @Test
    void anotherCurrencyNeverCovers() {
        assertThat(new Money(2, "USD").covers(new Money(1, "EUR"))).isFalse();
        assertThat(new Money(2, "USD").covers(new Money(2, "USD"))).isTrue();
        assertThat(new Money(1, "USD").covers(new Money(2, "USD"))).isFalse();
    }

    private static Balance balance(Account account, RewardEntries entries) {
        return entries.transfers().stream()
                .flatMap(transfer -> transfer.changes().stream())
                .filter(change -> change.account().equals(account))
                .map(TotalsChange::change)
                .reduce(Totals::plus)
                .orElseThrow()
                .balance(account.normalSide());
    }
}
