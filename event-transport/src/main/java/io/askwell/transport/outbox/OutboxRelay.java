package io.askwell.transport.outbox;

import io.askwell.transport.metrics.TransportMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;

/** One thread for each outbox partition, from the start of the application to its end. */
public final class OutboxRelay implements SmartLifecycle {

    private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);

    private final List<OutboxPartitionRelay> relays;
    private List<Thread> threads = List.of();

    /**
     * @param unpooled gives a connection of its own to every caller: an owner keeps it, and with it the lock
     * @param clientSettings what every Kafka producer of the service needs to reach the broker
     */
    public OutboxRelay(
            String service,
            DataSource unpooled,
            Map<String, Object> clientSettings,
            OutboxWakeups wakeups,
            TransportMetrics metrics) {
        this.relays = IntStream.range(0, wakeups.partitions())
                .mapToObj(partition ->
                        new OutboxPartitionRelay(partition, service, unpooled, clientSettings, wakeups, metrics))
                .toList();
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            threads = relays.stream()
                    .map(relay -> Thread.ofPlatform()
                            .name("outbox-relay-" + relay.partition())
                            .daemon()
                            .start(relay))
                    .toList();
        }
    }

    @Override
    public synchronized void stop() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(TIME_TO_STOP);
            }
        } catch (InterruptedException hurried) {
            // Whatever is still under way is undone by the broker and the database when their connections end.
            Thread.currentThread().interrupt();
        }
        threads = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    List<OutboxPartitionRelay> relays() {
        return relays;
    }
}
