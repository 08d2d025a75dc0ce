package io.askwell.reward.postgres;

import io.askwell.reward.application.Ledger;
import io.askwell.transport.event.Traceparent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Group commit: callers who book at the same time share one transaction behind the ledger's lock, and each gets its own result once
 * it is committed. Whoever comes first carries out what all have handed in until then, while those who come later collect for the
 * next one. See decision 0017.
 *
 * <p>A callback that fails takes nobody along: the transaction is undone and each of its callbacks runs again alone. So a callback
 * may run twice, but only once with effect; whatever it does beside the database waits for the commit.
 */
public final class AppenderTransactions implements TransactionOperations {

    /** Enough for all threads that answer requests and few enough for a short wait. */
    private static final int LARGEST_GROUP = 64;

    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final Queue<Turn<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock lead = new ReentrantLock();

    /** @param transactions each group is one of these */
    public AppenderTransactions(TransactionOperations transactions, Ledger ledger) {
        this.transactions = transactions;
        this.ledger = ledger;
    }

    /** Inside of a transaction it joins that one. */
    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> callback) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return transactions.execute(callback);
        }
        Turn<T> turn = new Turn<>(callback, Traceparent.current());
        waiting.add(turn);
        lead.lock();
        try {
            while (!turn.isOver()) {
                carryOut(nextGroup());
            }
        } finally {
            lead.unlock();
        }
        return turn.result();
    }

    private List<Turn<?>> nextGroup() {
        List<Turn<?>> group = new ArrayList<>();
        Turn<?> next = waiting.poll();
        while (next != null) {
            group.add(next);
            next = group.size() < LARGEST_GROUP ? waiting.poll() : null;
        }
        return group;
    }

    private void carryOut(List<Turn<?>> group) {
        if (group.size() == 1 || !isCommittedTogether(group)) {
            group.forEach(this::carryOutAlone);
        }
    }

    private boolean isCommittedTogether(List<Turn<?>> group) {
        try {
            transactions.executeWithoutResult(status -> {
                ledger.lock();
                for (Turn<?> turn : group) {
                    turn.run(status);
                    if (status.isRollbackOnly()) {
                        throw new SpoiltException();
                    }
                }
            });
            group.forEach(Turn::succeed);
            return true;
        } catch (SpoiltException spoilt) {
            return false;
        } catch (RuntimeException failure) {
            // No caller is at fault: there is no database, or it is not known whether it has committed. To do it again
            // at once
            // would not help the one, and might tell the other that somebody else was faster.
            group.forEach(turn -> turn.fail(failure));
            return true;
        } catch (Error failure) {
            group.forEach(turn -> turn.fail(failure));
            return true;
        }
    }

    private void carryOutAlone(Turn<?> turn) {
        try {
            transactions.executeWithoutResult(status -> {
                ledger.lock();
                turn.runAlone(status);
            });
            turn.succeed();
        } catch (RuntimeException failure) {
            turn.fail(failure);
        } catch (Error failure) {
            turn.fail(failure);
        }
    }

    /** One of the callbacks failed. */
    private static final class SpoiltException extends RuntimeException {

        SpoiltException() {
            super("A callback failed, so each runs alone");
        }

        SpoiltException(Throwable cause) {
            super("A callback failed, so each runs alone", cause);
        }
    }

    /** What a caller waits for. Only the thread that holds the lead touches it, so its caller sees it once that lets go. */
    private static final class Turn<T extends @Nullable Object> {

        private final TransactionCallback<T> callback;
        private final Traceparent trace;
        private @Nullable Supplier<T> outcome;
        private boolean over;

        Turn(TransactionCallback<T> callback, Traceparent trace) {
            this.callback = callback;
            this.trace = trace;
        }

        void run(TransactionStatus status) {
            try {
                runAlone(status);
            } catch (RuntimeException | Error failed) {
                throw new SpoiltException(failed);
            }
        }

        void runAlone(TransactionStatus status) {
            T value = trace.during(() -> callback.doInTransaction(status));
            outcome = () -> value;
        }

        void succeed() {
            over = true;
        }

        void fail(RuntimeException failure) {
            outcome = () -> {
                throw failure;
            };
            over = true;
        }

        void fail(Error failure) {
            outcome = () -> {
                throw failure;
            };
            over = true;
        }

        boolean isOver() {
            return over;
        }

        T result() {
            return Objects.requireNonNull(outcome).get();
        }
    }
}
