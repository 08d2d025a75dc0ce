package io.askwell.signal.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds the bytes of all bodies that are worked on at once. A full body becomes ten and more times its size in memory, so that a
 * handful of them together would exhaust a small heap; they take turns instead, in the order in which they came.
 */
public final class BodyBudget {

    private final int bytes;
    private final Duration patience;
    private final Semaphore free;

    /**
     * @param bytes of all bodies together
     * @param patience longest wait for a turn
     */
    public BodyBudget(int bytes, Duration patience) {
        this.bytes = bytes;
        this.patience = patience;
        free = new Semaphore(bytes, true);
    }

    /**
     * Waits for the turn of a body. Whoever got a turn gives it back by closing it.
     *
     * @param size in bytes; a body larger than the whole budget has its turn alone
     * @throws OverloadedException when the turn does not come in time
     */
    Turn take(int size) {
        int share = Math.clamp(size, 1, bytes);
        try {
            if (!free.tryAcquire(share, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OverloadedException("The bodies before this one take too long");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new OverloadedException("Interrupted before it was this body's turn");
        }
        return new Turn(free, share);
    }

    record Turn(Semaphore free, int share) implements AutoCloseable {

        @Override
        public void close() {
            free.release(share);
        }
    }
}
