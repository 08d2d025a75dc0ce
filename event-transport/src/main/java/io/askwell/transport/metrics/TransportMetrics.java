package io.askwell.transport.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/** Every meter of this module. Labels are topics and reasons of a closed set, never an id. */
public final class TransportMetrics {

    public static final String OUTBOX_PENDING = "referral.outbox.pending.records";
    public static final String OUTBOX_OLDEST_AGE = "referral.outbox.oldest.age";
    public static final String OUTBOX_PUBLISHED = "referral.outbox.published";
    public static final String OUTBOX_STUCK = "referral.outbox.stuck";
    public static final String OUTBOX_INTERRUPTED = "referral.outbox.interrupted";
    public static final String DEAD_LETTERS = "referral.dead.letters";
    public static final String FAILED_DELIVERIES = "referral.failed.deliveries";
    public static final String REDELIVERED = "referral.redelivered";

    private static final String TOPIC = "topic";
    private static final String REASON = "reason";

    private final MeterRegistry registry;

    public TransportMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    public void outbox(Supplier<Number> pending, Supplier<Number> oldestAgeInSeconds) {
        Gauge.builder(OUTBOX_PENDING, pending)
                .description("Records that wait for the broker, stuck ones included")
                .register(registry);
        Gauge.builder(OUTBOX_OLDEST_AGE, oldestAgeInSeconds)
                .baseUnit("seconds")
                .description("Age of the oldest record that waits for the broker; 0 when none waits")
                .register(registry);
    }

    public void published(String topic) {
        registry.counter(OUTBOX_PUBLISHED, TOPIC, topic).increment();
    }

    public void stuck(String topic) {
        registry.counter(OUTBOX_STUCK, TOPIC, topic).increment();
    }

    /** The relay of an outbox partition lost the broker, the database or its ownership, and tries again. */
    public void interrupted() {
        registry.counter(OUTBOX_INTERRUPTED).increment();
    }

    public void deadLetter(String topic, String reason) {
        registry.counter(DEAD_LETTERS, TOPIC, topic, REASON, reason).increment();
    }

    /** A record could not be applied this time; it is tried again or put aside. */
    public void failedDelivery(String topic) {
        registry.counter(FAILED_DELIVERIES, TOPIC, topic).increment();
    }

    /** A record came again after it had been applied, and was passed over. */
    public void redelivered(String topic) {
        registry.counter(REDELIVERED, TOPIC, topic).increment();
    }
}
