package io.askwell.transport.metrics;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what a transaction does when it is done: what is rolled back, to be done again, is not counted twice. */
public final class OnceCommitted {

    private OnceCommitted() {}

    /** At once where there is no transaction. */
    public static void count(Runnable counting) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            counting.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                counting.run();
            }
        });
    }
}
