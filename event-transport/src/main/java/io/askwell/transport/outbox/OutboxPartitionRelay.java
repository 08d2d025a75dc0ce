package io.askwell.transport.outbox;

import io.askwell.transport.metrics.TransportMetrics;
import io.askwell.transport.outbox.OutboxPublisher.Publication;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes one outbox partition for as long as it owns it, and tries to own it for as long as it runs. */
final class OutboxPartitionRelay implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(OutboxPartitionRelay.class);
    private static final int LARGEST_BATCH = 1_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration ASK_FOR_OWNERSHIP_AGAIN = Duration.ofMillis(500);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final int partition;
    private final String service;
    private final DataSource unpooled;
    private final Map<String, Object> clientSettings;
    private final OutboxWakeups wakeups;
    private final TransportMetrics metrics;

    private volatile RelayState state = new RelayState.Stopped();
    private Duration pause = SHORTEST_PAUSE;

    OutboxPartitionRelay(
            int partition,
            String service,
            DataSource unpooled,
            Map<String, Object> clientSettings,
            OutboxWakeups wakeups,
            TransportMetrics metrics) {
        this.partition = partition;
        this.service = service;
        this.unpooled = unpooled;
        this.clientSettings = clientSettings;
        this.wakeups = wakeups;
        this.metrics = metrics;
    }

    RelayState state() {
        return state;
    }

    int partition() {
        return partition;
    }

    /** Until interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                relayOrRest();
            }
        } catch (InterruptedException | InterruptException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            state = new RelayState.Stopped();
        }
    }

    private void relayOrRest() throws InterruptedException {
        try {
            Optional<OutboxClaim> claim = OutboxClaim.take(unpooled, service, partition);
            if (claim.isPresent()) {
                relay(claim.get());
            } else {
                state = new RelayState.Standby();
                Thread.sleep(ASK_FOR_OWNERSHIP_AGAIN);
            }
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (SQLException | RuntimeException failure) {
            // Whatever it was, rows are waiting: nothing may end this thread but its stop.
            log.atWarn()
                    .addKeyValue("partition", partition)
                    .setCause(failure)
                    .log("The outbox relay was interrupted and tries again");
            metrics.interrupted();
            state = new RelayState.Retrying(failure.getClass().getSimpleName());
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** The publisher is opened after the lock is held: so it shuts out the owner before, and no later owner is shut out by it. */
    private void relay(OutboxClaim claim) throws SQLException, InterruptedException {
        try (claim;
                OutboxPublisher publisher = OutboxPublisher.open(clientSettings, service, partition)) {
            state = new RelayState.Owner();
            int limit = LARGEST_BATCH;
            while (!Thread.currentThread().isInterrupted()) {
                List<OutboxRow> rows = claim.rows().next(partition, limit);
                if (rows.isEmpty()) {
                    wakeups.await(partition, LOOK_AGAIN);
                } else {
                    limit = publish(rows, claim.rows(), publisher);
                }
                pause = SHORTEST_PAUSE;
            }
        }
    }

    /** Returns how many rows to take next. After a refusal they are halved until the row that the broker refuses is alone. */
    private int publish(List<OutboxRow> rows, OutboxRows table, OutboxPublisher publisher) {
        return switch (publisher.publish(rows)) {
            case Publication.Published() -> {
                table.delete(rows);
                rows.forEach(row -> metrics.published(row.topic()));
                yield Math.min(LARGEST_BATCH, rows.size() * 2);
            }
            case Publication.Refused(String reason)
            when rows.size() == 1 -> {
                markStuck(rows.getFirst(), reason, table);
                yield LARGEST_BATCH;
            }
            case Publication.Refused _ -> rows.size() / 2;
        };
    }

    private void markStuck(OutboxRow row, String reason, OutboxRows table) {
        table.markStuck(row.position(), reason);
        metrics.stuck(row.topic());
        log.atError()
                .addKeyValue("topic", row.topic())
                .addKeyValue("position", row.position())
                .log("The broker refuses a record for good; its key waits until a person settles it");
    }
}
