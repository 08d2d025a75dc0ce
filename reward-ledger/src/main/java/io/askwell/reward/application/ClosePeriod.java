package io.askwell.reward.application;

import io.askwell.reward.domain.ledger.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Closes the books of a month, once and for ever. */
public final class ClosePeriod {

    /** A booking bears the time at which it began, so one of the last moment of a month may still be under way behind its end. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    public sealed interface Outcome {

        /** Now, or long ago. */
        record Closed(Period period) implements Outcome {}

        record NotOver(Instant closableAt) implements Outcome {}

        /** It has transfers, and its end is where the next month begins. */
        record EarlierMonthIsOpen(YearMonth month) implements Outcome {}

        record LaterMonthIsClosed(YearMonth month) implements Outcome {}
    }

    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final Periods periods;
    private final Chain chain;
    private final AnchorLedger anchorLedger;

    public ClosePeriod(
            TransactionOperations transactions,
            Ledger ledger,
            Periods periods,
            Chain chain,
            AnchorLedger anchorLedger) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.periods = periods;
        this.chain = chain;
        this.anchorLedger = anchorLedger;
    }

    public Outcome close(YearMonth month, String person, Instant now) {
        return Objects.requireNonNull(transactions.execute(_ -> closeInOrder(month, person, now)));
    }

    private Outcome closeInOrder(YearMonth month, String person, Instant now) {
        ledger.lock();
        Optional<Period> closed = periods.find(month);
        if (closed.isPresent()) {
            return new Outcome.Closed(closed.get());
        }
        Instant closableAt = Period.endOf(month).plus(GRACE);
        if (now.isBefore(closableAt)) {
            return new Outcome.NotOver(closableAt);
        }
        YearMonth newest = periods.newest().map(Period::month).orElse(null);
        if (newest != null && newest.isAfter(month)) {
            return new Outcome.LaterMonthIsClosed(newest);
        }
        Instant open = newest == null ? Instant.EPOCH : Period.endOf(newest);
        Optional<Instant> first = periods.firstTransferFrom(open);
        if (first.isPresent() && first.get().isBefore(Period.startOf(month))) {
            return new Outcome.EarlierMonthIsOpen(YearMonth.from(first.get().atOffset(ZoneOffset.UTC)));
        }
        Period.Seal head = chain.head()
                .map(link -> new Period.Seal(link.position(), link.hash()))
                .orElse(null);
        Period period = new Period(month, person, now, head);
        periods.close(period, newest);
        anchorLedger.anchorNow(now);
        return new Outcome.Closed(period);
    }
}
