package io.askwell.reward.http;

import io.askwell.reward.domain.ledger.Money;

record MoneyView(long amountMinor, String currency) {

    static MoneyView of(Money money) {
        return new MoneyView(money.amountMinor(), money.currency());
    }
}
