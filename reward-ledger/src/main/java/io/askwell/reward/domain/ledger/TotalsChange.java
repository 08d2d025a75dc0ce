package io.askwell.reward.domain.ledger;

/** What one side of a transfer adds to the totals of one account in one currency; a resolved hold adds negatives. */
public record TotalsChange(Account account, String currency, Totals change) {}
