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
    private static final Transfer HOLD = Transfer.hold(REWARD_ID, "R-1", EXPENSE, PAYABLE, AMOUNT, NOW);

    @Test
    void aHoldIsPendingOnBothSidesAndAvailableOnNeither() {
        assertThat(balance(PAYABLE, HOLD)).isEqualTo(new Balance(25_000, 0, 0));
        assertThat(balance(EXPENSE, HOLD)).isEqualTo(new Balance(25_000, 0, 0));
    }

    @Test
    void postingMovesTheAmountFromPendingToPosted() {
        assertThat(balance(PAYABLE, HOLD, HOLD.posted(NOW))).isEqualTo(new Balance(0, 25_000, 25_000));
        assertThat(balance(EXPENSE, HOLD, HOLD.posted(NOW))).isEqualTo(new Balance(0, 25_000, 25_000));
    }

    @Test
    void voidingAndReversingLeaveNothing() {
        Transfer posted = HOLD.posted(NOW);

        assertThat(balance(PAYABLE, HOLD, HOLD.voided(NOW))).isEqualTo(new Balance(0, 0, 0));
        assertThat(balance(PAYABLE, HOLD, posted, posted.reversed(NOW))).isEqualTo(new Balance(0, 0, 0));
        assertThat(balance(EXPENSE, HOLD, posted, posted.reversed(NOW))).isEqualTo(new Balance(0, 0, 0));
    }

    @Test
    void theSameStepHasTheSameIdAndAnotherStepAnother() {
        Transfer later = Transfer.hold(REWARD_ID, "R-1", EXPENSE, PAYABLE, AMOUNT, NOW.plusSeconds(1));

        assertThat(later.transferId()).isEqualTo(HOLD.transferId());
        assertThat(List.of(
                        HOLD.transferId(),
                        HOLD.posted(NOW).transferId(),
                        HOLD.voided(NOW).transferId(),
                        HOLD.posted(NOW).reversed(NOW).transferId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyAHoldIsPostedOrVoidedAndOnlyWhatIsPostedIsReversed() {
        Transfer posted = HOLD.posted(NOW);

        assertThatIllegalStateException().isThrownBy(() -> posted.posted(NOW));
        assertThatIllegalStateException().isThrownBy(() -> posted.voided(NOW));
        assertThatIllegalStateException().isThrownBy(() -> HOLD.reversed(NOW));
    }

    @Test
    void aTransferMovesSomethingBetweenTwoAccounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transfer.hold(REWARD_ID, "R-1", EXPENSE, PAYABLE, Money.zero("USD"), NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transfer.hold(REWARD_ID, "R-1", PAYABLE, PAYABLE, AMOUNT, NOW));
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

    private static Balance balance(Account account, Transfer... transfers) {
        return Stream.of(transfers)
                .flatMap(transfer -> transfer.changes().stream())
                .filter(change -> change.account().equals(account))
                .map(TotalsChange::change)
                .reduce(Totals::plus)
                .orElseThrow()
                .balance(account.normalSide());
    }
}
