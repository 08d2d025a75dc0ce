package io.askwell.reward.application;

import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Period;
import io.askwell.reward.domain.ledger.Totals;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The months that are closed, with what every account held at the end of each. */
public interface Periods {

    Optional<Period> find(YearMonth month);

    Optional<Period> newest();

    /**
     * @param after the last one seen; null for the start
     * @return the earliest month first
     */
    List<Period> list(@Nullable YearMonth after, int limit);

    /** When the first transfer from this moment on was booked. */
    Optional<Instant> firstTransferFrom(Instant moment);

    /**
     * Writes down the month and what every account holds at its end.
     *
     * @param previous the newest month that is closed already; null for none
     */
    void close(Period period, @Nullable YearMonth previous);

    /** The sums of all accounts by currency at the end of a closed month. */
    SortedMap<String, Totals> totals(YearMonth month);

    /** @param after the last one seen; null for the start */
    List<Closing> balances(YearMonth month, @Nullable Closing after, int limit);

    /** What an account held at the end of a closed month. */
    record Closing(Account account, String currency, Totals totals) {}
}
