package io.askwell.reward.postgres;

import io.askwell.reward.application.Ledger;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.RewardEntries;
import io.askwell.reward.domain.ledger.Totals;
import io.askwell.reward.domain.ledger.TotalsChange;
import io.askwell.reward.domain.ledger.Transfer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Ledger} in the tables {@code transfer}, {@code account_total} and {@code ledger_link}. */
public final class PostgresLedger implements Ledger {

    /** Of all who book, whichever process they live in; any number that nothing else in this database locks. */
    private static final long LOCK = 0x41736b77656c6cL;

    private final JdbcClient jdbc;
    private final PostgresChain chain;

    public PostgresLedger(JdbcClient jdbc, PostgresChain chain) {
        this.jdbc = jdbc;
        this.chain = chain;
    }

    @Override
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(_ -> {});
    }

    @Override
    public List<RewardEntries.Debt> debts(Account receivable, String currency) {
        return jdbc.sql("""
                        select clawback.transfer_id,
                            clawback.amount_minor - coalesce(sum(settled.amount_minor - settled.reopened), 0) as minor
                        from transfer clawback
                            left join lateral (
                                select settling.amount_minor,
                                    (select coalesce(sum(amount_minor), 0) from transfer where reverses = settling.transfer_id)
                                        as reopened
                                from transfer settling where settling.reverses = clawback.transfer_id) settled on true
                        where clawback.debit = :receivable and clawback.code = 'CLAWBACK' and clawback.currency = :currency
                        group by clawback.transfer_id
                        having clawback.amount_minor > coalesce(sum(settled.amount_minor - settled.reopened), 0)
                        order by clawback.position
                        """)
                .param("receivable", receivable.name())
                .param("currency", currency)
                .query((row, _) -> new RewardEntries.Debt(Columns.uuid(row, "transfer_id"), row.getLong("minor")))
                .list();
    }

    /**
     * A statement for all transfers, one for all totals and one for the link, however many there are. The positions are in the
     * order of the list, and those of one transaction before those of the next, since one appends at a time.
     */
    @Override
    public void append(List<Transfer> transfers) {
        Map<UUID, Transfer> distinct = new LinkedHashMap<>();
        for (Transfer transfer : transfers) {
            requireSame(distinct.putIfAbsent(transfer.transferId(), transfer), transfer);
        }
        if (distinct.isEmpty()) {
            return;
        }
        SortedMap<Long, Transfer> added = insert(distinct);
        if (added.size() < distinct.size()) {
            requireWritten(distinct);
        }
        if (!added.isEmpty()) {
            move(added.values());
            chain.add(added);
        }
    }

    private SortedMap<Long, Transfer> insert(Map<UUID, Transfer> transfers) {
        SortedMap<Long, Transfer> added = new TreeMap<>();
        TransferRow.params(jdbc.sql("""
                                insert into transfer (transfer_id, debit, credit, amount_minor, currency, code, pending_id, reverses,
                                    reward_id, referral_id, at)
                                select transfer_id, debit, credit, amount_minor, currency, code, pending_id, reverses, reward_id,
                                    referral_id, at
                                from unnest(cast(:transferIds as uuid[]), cast(:debits as text[]), cast(:credits as text[]),
                                        cast(:amounts as bigint[]), cast(:currencies as text[]), cast(:codes as text[]),
                                        cast(:pendingIds as uuid[]), cast(:reversed as uuid[]), cast(:rewardIds as uuid[]),
                                        cast(:referralIds as text[]), cast(:times as timestamptz[])) with ordinality
                                    as given (transfer_id, debit, credit, amount_minor, currency, code, pending_id, reverses,
                                        reward_id, referral_id, at, number)
                                order by number
                                on conflict (transfer_id) do nothing
                                returning transfer_id, position
                                """), List.copyOf(transfers.values())).query(row -> {
            added.put(row.getLong("position"), Objects.requireNonNull(transfers.get(Columns.uuid(row, "transfer_id"))));
        });
        return added;
    }

    private void requireWritten(Map<UUID, Transfer> transfers) {
        jdbc.sql("select * from transfer where transfer_id = any(:transferIds)")
                .param("transferIds", transfers.keySet().toArray(UUID[]::new))
                .query((row, _) -> TransferRow.read(row))
                .list()
                .forEach(written -> requireSame(written, Objects.requireNonNull(transfers.get(written.transferId()))));
    }

    private static void requireSame(@Nullable Transfer written, Transfer transfer) {
        if (written != null && !written.equals(transfer)) {
            throw new IllegalStateException("transfer " + transfer.transferId() + " is written with other content");
        }
    }

    private void move(Collection<Transfer> added) {
        SortedMap<AccountTotal, Totals> changes = new TreeMap<>();
        for (Transfer transfer : added) {
            for (TotalsChange change : transfer.changes()) {
                changes.merge(new AccountTotal(change.account(), change.currency()), change.change(), Totals::plus);
            }
        }
        add(changes);
    }

    /** A new row must stand by itself before it can grow, so a change that is negative can only meet an old one. */
    private void add(SortedMap<AccountTotal, Totals> changes) {
        jdbc.sql("""
                        with change as materialized (
                            select * from unnest(cast(:accounts as text[]), cast(:currencies as text[]),
                                    cast(:pendingDebits as bigint[]), cast(:pendingCredits as bigint[]),
                                    cast(:postedDebits as bigint[]), cast(:postedCredits as bigint[]))
                                as given (account, currency, pending_debits, pending_credits, posted_debits, posted_credits)
                        ), moved as (
                            update account_total set
                                pending_debits = account_total.pending_debits + change.pending_debits,
                                pending_credits = account_total.pending_credits + change.pending_credits,
                                posted_debits = account_total.posted_debits + change.posted_debits,
                                posted_credits = account_total.posted_credits + change.posted_credits
                            from change
                            where account_total.account = change.account and account_total.currency = change.currency
                            returning account_total.account, account_total.currency
                        )
                        insert into account_total
                            (account, currency, pending_debits, pending_credits, posted_debits, posted_credits)
                        select account, currency, pending_debits, pending_credits, posted_debits, posted_credits from change
                        where not exists (select from moved
                            where moved.account = change.account and moved.currency = change.currency)
                        """)
                .param("accounts", texts(changes, AccountTotal::name))
                .param("currencies", texts(changes, AccountTotal::currency))
                .param("pendingDebits", sums(changes, Totals::pendingDebits))
                .param("pendingCredits", sums(changes, Totals::pendingCredits))
                .param("postedDebits", sums(changes, Totals::postedDebits))
                .param("postedCredits", sums(changes, Totals::postedCredits))
                .update();
    }

    private static String[] texts(SortedMap<AccountTotal, Totals> changes, Function<AccountTotal, String> text) {
        return changes.keySet().stream().map(text).toArray(String[]::new);
    }

    private static long[] sums(SortedMap<AccountTotal, Totals> changes, ToLongFunction<Totals> sum) {
        return changes.values().stream().mapToLong(sum).toArray();
    }

    private record AccountTotal(Account account, String currency) implements Comparable<AccountTotal> {

        String name() {
            return account.name();
        }

        @Override
        public int compareTo(AccountTotal other) {
            int byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : currency.compareTo(other.currency);
        }
    }
}
