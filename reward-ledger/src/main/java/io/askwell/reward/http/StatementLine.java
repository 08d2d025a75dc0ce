package io.askwell.reward.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Balance;
import io.askwell.reward.domain.ledger.Totals;
import io.askwell.reward.domain.ledger.Transfer;

/**
 * A transfer as one of its accounts sees it: all that a transfer shows, and what it did to this account.
 *
 * @param pendingChangeMinor what it added to the pending balance of that account
 * @param postedChangeMinor what it added to the posted balance of that account
 */
record StatementLine(
        @JsonUnwrapped TransferView transfer, String side, long pendingChangeMinor, long postedChangeMinor) {

    static StatementLine of(Account account, Transfer transfer) {
        Totals change = transfer.changes().stream()
                .filter(candidate -> candidate.account().equals(account))
                .findFirst()
                .orElseThrow()
                .change();
        Balance effect = change.balance(account.normalSide());
        String side = transfer.debit().equals(account) ? "debit" : "credit";
        return new StatementLine(TransferView.of(transfer), side, effect.pending(), effect.posted());
    }
}
