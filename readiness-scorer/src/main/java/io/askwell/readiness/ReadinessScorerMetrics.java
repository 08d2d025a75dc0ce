package io.askwell.readiness;

import io.askwell.readiness.domain.Readiness;
import io.askwell.transport.metrics.TransportMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** Every meter of the service. Labels are of closed sets, never an id. */
public final class ReadinessScorerMetrics {

    public static final String SIGNAL_LATENCY = "referral.signal.latency";
    public static final String NEWER_KINDS = "referral.signals.newer.kind";
    public static final String ASSESSMENTS = "referral.assessments";
    public static final String DUE_CUSTOMERS = "referral.due.customers";
    public static final String DECISION = "decision";

    private final MeterRegistry registry;
    private final Timer signalLatency;
    private final Counter newerKinds;
    private final Counter dueCustomers;
    private final TransportMetrics transport;

    public ReadinessScorerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.signalLatency = Timer.builder(SIGNAL_LATENCY)
                .description("From the acceptance of a signal until it was counted; its count is the signals counted")
                .publishPercentileHistogram()
                .register(registry);
        this.newerKinds = Counter.builder(NEWER_KINDS)
                .description("Signals of a kind that this version does not know, and passed over")
                .register(registry);
        this.dueCustomers = Counter.builder(DUE_CUSTOMERS)
                .description("Customers looked at because time had passed")
                .register(registry);
        this.transport = new TransportMetrics(registry);
        for (Readiness decision : Readiness.values()) {
            assessments(decision);
        }
    }

    /** @param latency less than zero when the clock of the writer runs ahead */
    public void counted(Duration latency) {
        signalLatency.record(latency.isNegative() ? Duration.ZERO : latency);
    }

    public void newerKind() {
        newerKinds.increment();
    }

    public void published(Readiness decision) {
        assessments(decision).increment();
    }

    public void lookedAtWhenDue(int customers) {
        dueCustomers.increment(customers);
    }

    public void deadLetter(String topic, String reason) {
        transport.deadLetter(topic, reason);
    }

    private Counter assessments(Readiness decision) {
        return Counter.builder(ASSESSMENTS)
                .description("Assessments published because they changed")
                .tag(DECISION, decision.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }
}
