package io.askwell.readiness.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** Runs the topology as long as the application lives. */
public final class ScorerStreams implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(ScorerStreams.class);
    private static final Set<String> SIZES = Set.of("total-sst-files-size", "size-all-mem-tables");
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE_BEFORE_RETRY = Duration.ofSeconds(1);

    private final ReadinessTopology topology;
    private final Properties settings;
    private final AtomicReference<@Nullable KafkaStreams> running = new AtomicReference<>();

    public ScorerStreams(ReadinessTopology topology, Properties settings) {
        this.topology = topology;
        this.settings = settings;
    }

    @Override
    public void start() {
        var streams = new KafkaStreams(topology.addTo(new Topology()), settings);
        streams.setUncaughtExceptionHandler(ScorerStreams::replaceThread);
        running.set(streams);
        streams.start();
    }

    /** Leaves the group, so that whoever takes over need not wait for the session to time out. */
    @Override
    public void stop() {
        var streams = running.getAndSet(null);
        if (streams != null) {
            streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                    .withTimeout(CLOSE_PATIENCE));
        }
    }

    @Override
    public boolean isRunning() {
        return running.get() != null;
    }

    @Override
    public Health health() {
        var streams = running.get();
        if (streams == null) {
            return Health.down().build();
        }
        var health = streams.state() == KafkaStreams.State.RUNNING ? Health.up() : Health.down();
        return health.withDetail("state", streams.state()).build();
    }

    /** By the figures that RocksDB keeps anyway: the files of all stores and what is not yet in a file. */
    public long stateBytes() {
        return serving().stream()
                .flatMap(streams -> streams.metrics().values().stream())
                .filter(metric -> SIZES.contains(metric.metricName().name()))
                .map(Metric::metricValue)
                .filter(Number.class::isInstance)
                .mapToLong(size -> ((Number) size).longValue())
                .sum();
    }

    /** Empty while nothing can be asked of it: before the start, after the end, and when every thread has failed. */
    Optional<KafkaStreams> serving() {
        return Optional.ofNullable(running.get())
                .filter(streams -> streams.state().isRunningOrRebalancing());
    }

    /**
     * The work is taken up again from the last commit. What fails every time is a broken world, so the next try waits a little for
     * it to heal; a record is never given up for it.
     */
    private static StreamThreadExceptionResponse replaceThread(Throwable failure) {
        log.atError().setCause(failure).log("A stream thread failed and is replaced");
        LockSupport.parkNanos(PAUSE_BEFORE_RETRY.toNanos());
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
