package io.askwell.reward.http;

import io.askwell.reward.domain.ledger.Totals;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** Debits and credits are what is posted; what holds have set aside stands beside them. */
record TrialBalanceView(Instant at, List<CurrencyView> currencies) {

    record CurrencyView(
            String currency,
            long debitsMinor,
            long creditsMinor,
            long differenceMinor,
            long pendingDebitsMinor,
            long pendingCreditsMinor) {}

    static TrialBalanceView of(SortedMap<String, Totals> totals, Instant at) {
        return new TrialBalanceView(
                at,
                totals.entrySet().stream()
                        .map(entry -> currency(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static CurrencyView currency(String currency, Totals totals) {
        return new CurrencyView(
                currency,
                totals.postedDebits(),
                totals.postedCredits(),
                totals.postedDebits() - totals.postedCredits(),
                totals.pendingDebits(),
                totals.pendingCredits());
    }
}
