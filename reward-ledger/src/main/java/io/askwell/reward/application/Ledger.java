package io.askwell.reward.application;

import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.RewardEntries;
import io.askwell.reward.domain.ledger.Transfer;
import java.util.List;

/** Where transfers are written, once and for ever. */
public interface Ledger {

    /**
     * Waits for whoever books now, and makes everybody else wait until the transaction ends. Whatever a decision about money rests
     * on, tier, cap, budget, debts and the state of a reward, is read behind it.
     */
    void lock();

    /**
     * Appends the transfers and moves the totals of their accounts in the same transaction. A transfer that is there already
     * changes nothing.
     *
     * @throws IllegalStateException when the id is there with other content
     */
    void append(List<Transfer> transfers);

    /** What clawbacks want back on the account and nothing has settled yet, the oldest first. */
    List<RewardEntries.Debt> debts(Account receivable, String currency);
}
