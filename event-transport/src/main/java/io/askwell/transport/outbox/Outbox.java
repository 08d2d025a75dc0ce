package io.askwell.transport.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.transport.event.KeyPartition;
import io.askwell.transport.event.Traceparent;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where a service leaves what it has to say, in the transaction of the state that it announces. */
public final class Outbox {

    private final OutboxRows rows;
    private final OutboxWakeups wakeups;
    private final int partitions;

    public Outbox(OutboxRows rows, OutboxWakeups wakeups) {
        this.rows = rows;
        this.wakeups = wakeups;
        this.partitions = wakeups.partitions();
    }

    /**
     * Appends the record; it is published soon after the commit, and never without it. Until then another transaction that
     * appends to the same key waits, so that the order of rows is the order of commits. A transaction with several keys appends
     * them in one order everywhere, or holds a lock of its own that covers them; otherwise the database may have to break a
     * deadlock by failing one of two.
     */
    public void append(OutboxRecord record) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("The outbox is written in the transaction of the state, and there is none");
        }
        int partition = KeyPartition.of(record.key().getBytes(UTF_8), partitions);
        Map<String, String> headers = record.event().asText();
        headers.put(Traceparent.HEADER, Traceparent.current().child().toString());
        rows.append(partition, record, headers);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeups.wake(partition);
            }
        });
    }
}
