package io.askwell.transport.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tells the relay of this process at once that there is work. Rows of other processes are found by looking again. */
public final class OutboxWakeups {

    private final List<Semaphore> calls;

    public OutboxWakeups(int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException("An outbox has at least one partition, not " + partitions);
        }
        this.calls = Stream.generate(() -> new Semaphore(0)).limit(partitions).toList();
    }

    int partitions() {
        return calls.size();
    }

    void wake(int partition) {
        calls.get(partition).release();
    }

    void await(int partition, Duration atMost) throws InterruptedException {
        Semaphore call = calls.get(partition);
        if (call.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            // One look at the table answers every call so far.
            call.drainPermits();
        }
    }
}
