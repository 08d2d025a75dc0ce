package io.askwell.reward.http;

import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Balance;
import io.askwell.reward.domain.ledger.Totals;
import java.util.List;
import java.util.SortedMap;

/** @param normalSide the side on which the account grows, and on which its balances are positive */
record AccountView(String account, String normalSide, List<BalanceView> balances) {

    record BalanceView(String currency, long pendingMinor, long postedMinor, long availableMinor) {}

    static AccountView of(Account account, SortedMap<String, Totals> totals) {
        return new AccountView(
                account.name(),
                Word.of(account.normalSide()),
                totals.entrySet().stream()
                        .map(entry -> balance(entry.getKey(), entry.getValue().balance(account.normalSide())))
                        .toList());
    }

    private static BalanceView balance(String currency, Balance balance) {
        return new BalanceView(currency, balance.pending(), balance.posted(), balance.available());
    }
}
