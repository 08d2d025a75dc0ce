package io.askwell.reward.application;

import io.askwell.reward.domain.payout.TaxClearance;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down what a person says about tax details. Nothing becomes payable by it; the next batch looks at it. */
public final class ClearTaxDetails {

    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final TaxClearances clearances;

    public ClearTaxDetails(TransactionOperations transactions, Ledger ledger, TaxClearances clearances) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.clearances = clearances;
    }

    public void say(TaxClearance clearance) {
        transactions.executeWithoutResult(_ -> {
            ledger.lock();
            clearances.add(clearance);
        });
    }
}
