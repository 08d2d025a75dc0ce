package io.askwell.readiness;

import static java.util.Objects.requireNonNull;

import io.askwell.readiness.domain.Assessment;
import io.askwell.readiness.domain.Census;
import io.askwell.readiness.domain.Readiness;
import io.askwell.readiness.domain.rule.Concern;
import io.askwell.transport.metrics.TransportMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Every meter of the service. Labels are of closed sets, never an id. */
public final class ReadinessScorerMetrics {

    public static final String SIGNAL_LATENCY = "referral.signal.latency";
    public static final String NEWER_KINDS = "referral.signals.newer.kind";
    public static final String ASSESSMENTS = "referral.assessments";
    public static final String DUE_CUSTOMERS = "referral.due.customers";
    public static final String REASONS = "referral.assessment.reasons";
    public static final String ASSESSMENT = "referral.assessment";
    public static final String DUE_BEHIND = "referral.due.behind";
    public static final String CUSTOMERS = "referral.customers";
    public static final String CONCERNS_OPEN = "referral.concerns.open";
    public static final String STATE_SIZE = "referral.state.size";
    public static final String DECISION = "decision";
    public static final String REASON = "reason";
    public static final String KIND = "kind";

    private final MeterRegistry registry;
    private final Timer signalLatency;
    private final Counter newerKinds;
    private final Counter dueCustomers;
    private final Timer assessment;
    private final Map<Readiness, Counter> assessments = new EnumMap<>(Readiness.class);
    private final Map<String, Counter> reasons = new ConcurrentHashMap<>();
    private final Map<String, Duration> dueBehind = new ConcurrentHashMap<>();
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
        this.assessment = Timer.builder(ASSESSMENT)
                .description("Counting one signal: reading the customer, assessing, keeping")
                .publishPercentileHistogram()
                .register(registry);
        Gauge.builder(DUE_BEHIND, dueBehind, ReadinessScorerMetrics::mostSeconds)
                .description("How long the customer who is due longest has waited to be looked at; 0 while none waits")
                .baseUnit("seconds")
                .register(registry);
        this.transport = new TransportMetrics(registry);
        for (Readiness decision : Readiness.values()) {
            assessments.put(decision, assessments(decision));
        }
    }

    /** @param latency less than zero when the clock of the writer runs ahead */
    public void counted(Duration latency) {
        signalLatency.record(latency.isNegative() ? Duration.ZERO : latency);
    }

    public void newerKind() {
        newerKinds.increment();
    }

    public void published(Assessment published) {
        requireNonNull(assessments.get(published.decision())).increment();
        published
                .reasons()
                .forEach(reason ->
                        reasons.computeIfAbsent(reason.code(), this::reasons).increment());
    }

    public void assessed(Duration took) {
        assessment.record(took);
    }

    /** @param task names the part of the customers; not a label */
    public void dueBehind(String task, Duration behind) {
        dueBehind.put(task, behind);
    }

    public void taskClosed(String task) {
        dueBehind.remove(task);
    }

    public void lookedAtWhenDue(int customers) {
        dueCustomers.increment(customers);
    }

    /** @param census of the customers that this instance holds; while there is none, the gauges show no number */
    public void customers(Supplier<Optional<Census>> census) {
        for (Readiness decision : Readiness.values()) {
            Gauge.builder(CUSTOMERS, () -> count(census.get().map(Census::customers), decision))
                    .description("Customers that this instance holds, by their decision")
                    .tag(DECISION, word(decision))
                    .register(registry);
        }
        for (Concern.Kind kind : Concern.Kind.values()) {
            Gauge.builder(CONCERNS_OPEN, () -> count(census.get().map(Census::concerns), kind))
                    .description("Concerns that stand, of the customers that this instance holds")
                    .tag(KIND, word(kind))
                    .register(registry);
        }
    }

    public void stateSize(Supplier<Number> bytes) {
        Gauge.builder(STATE_SIZE, bytes)
                .description("What the stores of this instance take, in files and in write buffers")
                .baseUnit("bytes")
                .register(registry);
    }

    public void deadLetter(String topic, String reason) {
        transport.deadLetter(topic, reason);
    }

    private static <K> double count(Optional<Map<K, Long>> counted, K key) {
        return counted.map(counts -> counts.get(key)).map(Long::doubleValue).orElse(Double.NaN);
    }

    private static double mostSeconds(Map<String, Duration> behind) {
        return behind.values().stream()
                .mapToDouble(ReadinessScorerMetrics::seconds)
                .max()
                .orElse(0);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    /** The codes are those of the rules. */
    private Counter reasons(String code) {
        return Counter.builder(REASONS)
                .description("Published assessments that wait or hold for this reason")
                .tag(REASON, code)
                .register(registry);
    }

    private Counter assessments(Readiness decision) {
        return Counter.builder(ASSESSMENTS)
                .description("Assessments published because they changed")
                .tag(DECISION, word(decision))
                .register(registry);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
