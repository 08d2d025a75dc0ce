package io.askwell.reward.postgres;

import io.askwell.reward.application.Ledger;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.RewardEntries;
import io.askwell.reward.domain.ledger.Totals;
import io.askwell.reward.domain.ledger.TotalsChange;
import io.askwell.reward.domain.ledger.Transfer;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Ledger} in the tables {@code transfer} and {@code account_total}. */
public final class PostgresLedger implements Ledger {

    /** Of all who book, whichever process they live in; any number that nothing else in this database locks. */
    private static final long LOCK = 0x41736b77656c6cL;

    private final JdbcClient jdbc;

    public PostgresLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
     * The rows of the totals are locked first, always in the order of account and currency: two appenders never wait for each
     * other in a circle, and the transfers of one account get their positions in the order of their commits.
     */
    @Override
    public void append(List<Transfer> transfers) {
        transfers.stream()
                .flatMap(transfer -> transfer.changes().stream())
                .map(change -> new AccountTotal(change.account(), change.currency()))
                .distinct()
                .sorted()
                .forEach(this::lock);
        SortedMap<AccountTotal, Totals> changes = new TreeMap<>();
        for (Transfer transfer : transfers) {
            if (insert(transfer)) {
                for (TotalsChange change : transfer.changes()) {
                    changes.merge(new AccountTotal(change.account(), change.currency()), change.change(), Totals::plus);
                }
            } else {
                requireSame(transfer);
            }
        }
        changes.forEach(this::add);
    }

    private void lock(AccountTotal total) {
        // A conflict that "changes" the row is what takes its lock, whether the row is new or old.
        jdbc.sql("""
                        insert into account_total as known (account, currency) values (:account, :currency)
                        on conflict (account, currency) do update set account = known.account
                        """)
                .param("account", total.account().name())
                .param("currency", total.currency())
                .update();
    }

    private boolean insert(Transfer transfer) {
        return jdbc.sql("""
                        insert into transfer (transfer_id, debit, credit, amount_minor, currency, code, pending_id, reverses,
                            reward_id, referral_id, at)
                        values (:transferId, :debit, :credit, :amountMinor, :currency, :code, :pendingId, :reverses,
                            :rewardId, :referralId, :at)
                        on conflict (transfer_id) do nothing
                        """)
                        .param("transferId", transfer.transferId())
                        .param("debit", transfer.debit().name())
                        .param("credit", transfer.credit().name())
                        .param("amountMinor", transfer.amount().amountMinor())
                        .param("currency", transfer.amount().currency())
                        .param("code", transfer.code().name())
                        .param("pendingId", transfer.pendingId())
                        .param("reverses", transfer.reverses())
                        .param("rewardId", transfer.rewardId())
                        .param("referralId", transfer.referralId())
                        .param("at", Columns.time(transfer.at()))
                        .update()
                == 1;
    }

    private void requireSame(Transfer transfer) {
        Transfer written = jdbc.sql("select * from transfer where transfer_id = :transferId")
                .param("transferId", transfer.transferId())
                .query((row, _) -> TransferRow.read(row))
                .single();
        if (!written.equals(transfer)) {
            throw new IllegalStateException("transfer " + transfer.transferId() + " is written with other content");
        }
    }

    private void add(AccountTotal total, Totals change) {
        jdbc.sql("""
                        update account_total set
                            pending_debits = pending_debits + :pendingDebits,
                            pending_credits = pending_credits + :pendingCredits,
                            posted_debits = posted_debits + :postedDebits,
                            posted_credits = posted_credits + :postedCredits
                        where account = :account and currency = :currency
                        """)
                .param("account", total.account().name())
                .param("currency", total.currency())
                .param("pendingDebits", change.pendingDebits())
                .param("pendingCredits", change.pendingCredits())
                .param("postedDebits", change.postedDebits())
                .param("postedCredits", change.postedCredits())
                .update();
    }

    private record AccountTotal(Account account, String currency) implements Comparable<AccountTotal> {
        @Override
        public int compareTo(AccountTotal other) {
            int byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : currency.compareTo(other.currency);
        }
    }
}
