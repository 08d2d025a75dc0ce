package io.askwell.transport.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.transport.event.KeyPartition;
import io.askwell.transport.event.Traceparent;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
        appendAll(List.of(new TracedRecord(record, Traceparent.current())));
    }

    /** Appends the records in this order; it locks their keys in one order itself, but only in one call of a transaction. */
    public void appendAll(List<TracedRecord> records) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("The outbox is written in the transaction of the state, and there is none");
        }
        List<OutboxEntry> entries = records.stream().map(this::entry).toList();
        rows.append(entries);
        int[] touched =
                entries.stream().mapToInt(OutboxEntry::partition).distinct().toArray();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                IntStream.of(touched).forEach(wakeups::wake);
            }
        });
    }

    private OutboxEntry entry(TracedRecord traced) {
        OutboxRecord record = traced.record();
        Map<String, String> headers = record.event().asText();
        headers.put(Traceparent.HEADER, traced.trace().child().toString());
        return new OutboxEntry(KeyPartition.of(record.key().getBytes(UTF_8), partitions), record, headers);
    }
}
