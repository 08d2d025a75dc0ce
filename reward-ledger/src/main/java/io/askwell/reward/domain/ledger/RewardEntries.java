package io.askwell.reward.domain.ledger;

import static io.askwell.reward.domain.ledger.TransferCode.CLAWBACK;
import static io.askwell.reward.domain.ledger.TransferCode.PAYOUT;
import static io.askwell.reward.domain.ledger.TransferCode.REVERSAL;
import static io.askwell.reward.domain.ledger.TransferCode.REWARD;
import static io.askwell.reward.domain.ledger.TransferCode.REWARD_HOLD;
import static io.askwell.reward.domain.ledger.TransferCode.VOID;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything ever booked for one reward, in order. What is booked next follows from it alone, and nothing in it ever changes.
 *
 * @param sides the accounts between which the reward's money moves
 */
public record RewardEntries(UUID rewardId, String referralId, Sides sides, String currency, List<Transfer> transfers) {

    /** The accounts of the reward's program and of its beneficiary. */
    public record Sides(Account expense, Account payouts, Account payable, Account receivable) {}

    public RewardEntries {
        transfers = List.copyOf(transfers);
    }

    /** What is set aside and neither posted nor given back. */
    public long heldMinor() {
        return openHold().map(RewardEntries::minor).orElse(0L);
    }

    /** What is owed: posted, and not taken back, settled or paid. */
    public long owedMinor() {
        return sum(posting()) - sum(settling()) + reversedOf(settling()) - reversedOf(posting()) - sum(of(PAYOUT));
    }

    /** What the beneficiary was given and keeps, paid or not: posted, and neither taken back nor wanted back. */
    public long grantedMinor() {
        return sum(posting()) - reversedOf(posting()) - sum(of(CLAWBACK));
    }

    /** What clawbacks have ever wanted back. */
    public long clawedBackMinor() {
        return sum(of(CLAWBACK));
    }

    public RewardEntries hold(Money amount, Instant at) {
        return with(entry(REWARD_HOLD, sides.expense(), sides.payable(), amount, null, null, at));
    }

    public RewardEntries voidHold(Instant at) {
        return resolve(VOID, at);
    }

    /** Posts the hold, and settles out of it what the beneficiary is still to give back, the oldest debt first. */
    public RewardEntries post(List<Debt> debts, Instant at) {
        RewardEntries posted = resolve(REWARD, at);
        for (Debt debt : debts) {
            long part = Math.min(debt.minor(), posted.owedMinor());
            if (part > 0) {
                posted = posted.with(posted.entry(
                        REWARD, sides.payable(), sides.receivable(), posted.money(part), null, debt.clawback(), at));
            }
        }
        return posted;
    }

    public RewardEntries payOut(Instant at) {
        return with(entry(PAYOUT, sides.payable(), sides.payouts(), money(owedMinor()), null, null, at));
    }

    /** Takes back what is owed; where a part of it has settled a debt already, that debt is open again. */
    public RewardEntries reverse(long minor, Instant at) {
        RewardEntries reversed = this;
        long missing = minor - owedMinor();
        for (Transfer settled : transfers.stream().filter(settling()).toList().reversed()) {
            long part = Math.min(missing, minor(settled) - reversed.reversedOf(settled::equals));
            if (part > 0) {
                reversed = reversed.takeBack(REVERSAL, settled, part, at);
                missing -= part;
            }
        }
        return reversed.takeBack(REVERSAL, reversed.posted(), minor, at);
    }

    public RewardEntries clawBack(long minor, Instant at) {
        Transfer wantedBack =
                entry(CLAWBACK, sides.receivable(), sides.expense(), money(minor), null, posted().transferId(), at);
        return with(wantedBack);
    }

    /** What a clawback wants back and nothing has settled yet. */
    public record Debt(UUID clawback, long minor) {}

    private RewardEntries resolve(TransferCode code, Instant at) {
        Transfer hold = openHold().orElseThrow(() -> new IllegalStateException("there is no open hold"));
        return with(entry(code, hold.debit(), hold.credit(), hold.amount(), hold.transferId(), null, at));
    }

    private RewardEntries takeBack(TransferCode code, Transfer taken, long minor, Instant at) {
        return with(entry(code, taken.credit(), taken.debit(), money(minor), null, taken.transferId(), at));
    }

    private RewardEntries with(Transfer next) {
        List<Transfer> longer = new ArrayList<>(transfers);
        longer.add(next);
        return new RewardEntries(rewardId, referralId, sides, currency, longer);
    }

    private Transfer entry(
            TransferCode code,
            Account debit,
            Account credit,
            Money amount,
            @Nullable UUID pendingId,
            @Nullable UUID reverses,
            Instant at) {
        return new Transfer(id(code), debit, credit, amount, code, pendingId, reverses, rewardId, referralId, at);
    }

    /** The first of its code bears the code alone, each further one its number beside it. */
    private UUID id(TransferCode code) {
        long ordinal = transfers.stream().filter(of(code)).count() + 1;
        String step = ordinal == 1 ? code.name() : code + "/" + ordinal;
        return UUID.nameUUIDFromBytes(("transfer/" + rewardId + "/" + step).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Transfer> openHold() {
        return transfers.stream()
                .filter(of(REWARD_HOLD))
                .filter(hold ->
                        transfers.stream().noneMatch(other -> hold.transferId().equals(other.pendingId())))
                .findFirst();
    }

    private Transfer posted() {
        return transfers.stream()
                .filter(posting())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is posted"));
    }

    private static Predicate<Transfer> of(TransferCode code) {
        return transfer -> transfer.code() == code;
    }

    private static Predicate<Transfer> posting() {
        return of(REWARD).and(transfer -> transfer.pendingId() != null);
    }

    private static Predicate<Transfer> settling() {
        return of(REWARD).and(transfer -> transfer.pendingId() == null);
    }

    private long reversedOf(Predicate<Transfer> which) {
        List<UUID> ids =
                transfers.stream().filter(which).map(Transfer::transferId).toList();
        return sum(of(REVERSAL).and(transfer -> ids.contains(Objects.requireNonNull(transfer.reverses()))));
    }

    private long sum(Predicate<Transfer> which) {
        return transfers.stream().filter(which).mapToLong(RewardEntries::minor).sum();
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }

    private static long minor(Transfer transfer) {
        return transfer.amount().amountMinor();
    }
}
