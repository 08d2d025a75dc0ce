package io.askwell.reward.application;

import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Totals;
import io.askwell.reward.domain.ledger.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger as a reader sees it. */
public interface Books {

    /** The sums of all accounts by currency, for every currency that has any transfer. */
    SortedMap<String, Totals> totals();

    /** The sums of one account by currency; empty when the account has no transfer. */
    SortedMap<String, Totals> totals(Account account);

    /** The sums of all accounts by currency as of a moment: of what bears that time or an earlier one. */
    SortedMap<String, Totals> totalsAt(Instant at);

    /** The sums of one account by currency as of a moment; empty when it had no transfer by then. */
    SortedMap<String, Totals> totalsAt(Account account, Instant at);

    /**
     * @param from the earliest time of a transfer; null for no bound
     * @param to the time behind the latest; null for no bound
     * @param after the position of the last one seen, 0 for the start
     */
    List<Entry> statement(Account account, @Nullable Instant from, @Nullable Instant to, long after, int limit);

    /** @param after the position of the last one seen, 0 for the start */
    List<Entry> transfers(@Nullable String referralId, @Nullable UUID rewardId, long after, int limit);

    /** A transfer and its place in the ledger. */
    record Entry(long position, Transfer transfer) {}
}
