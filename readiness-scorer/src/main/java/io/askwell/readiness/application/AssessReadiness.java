package io.askwell.readiness.application;

import io.askwell.readiness.application.AssessmentLog.Publication;
import io.askwell.readiness.domain.Assessed;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.Retention;
import io.askwell.readiness.domain.rule.Trigger;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assesses a customer when a signal arrives or a due moment has come, and publishes what changed. */
public final class AssessReadiness {

    private static final String NOTHING = "";

    private final ReadinessAssessor assessor;
    private final Retention retention;
    private final Customers customers;
    private final AssessmentLog log;

    public AssessReadiness(ReadinessAssessor assessor, Retention retention, Customers customers, AssessmentLog log) {
        this.assessor = assessor;
        this.retention = retention;
        this.customers = customers;
        this.log = log;
    }

    public sealed interface Outcome {
        record Counted() implements Outcome {}

        /** A report of another kind than its identity. It is remembered, because an earlier one may show that it was right. */
        record KindChanged() implements Outcome {}
    }

    public Outcome onSignal(String customerId, Signal<?> signal, LogPosition position, Instant now) {
        Optional<Customer> known = customers.find(customerId);
        CustomerSignals signals = retention.trim(
                known.map(Customer::signals).orElse(CustomerSignals.none()).with(signal), now);
        var cause = new Cause(
                "%s/%d-%d".formatted(customerId, position.partition(), position.offset()),
                signal.correlationId(),
                signal.id().reference());
        var before = new Customer(
                signals,
                position,
                known.map(Customer::published).orElse(NOTHING),
                known.map(Customer::dueAt).orElse(null));
        assess(customerId, before, cause, now);
        return signals.refuses(signal) ? new Outcome.KindChanged() : new Outcome.Counted();
    }

    /** @return how many were due; as many as {@code most} means that more may be */
    public int onTime(Instant now, int most) {
        List<String> due = customers.dueBy(now, most);
        due.forEach(customerId -> assessDue(customerId, now));
        return due.size();
    }

    private void assessDue(String customerId, Instant now) {
        var customer = customers.find(customerId).orElseThrow(() -> new IllegalStateException("Due but unknown"));
        assess(customerId, customer, new Cause(customerId + "/" + customer.dueAt(), customerId, null), now);
    }

    private void assess(String customerId, Customer before, Cause cause, Instant now) {
        Assessed assessed = assessor.assess(before.signals(), now);
        String fingerprint = log.fingerprint(customerId, assessed.assessment());
        if (!fingerprint.equals(before.published())) {
            log.append(new Publication(
                    customerId,
                    assessed,
                    before.coveredThrough(),
                    cause.eventId(),
                    correlationId(assessed, before.signals(), cause),
                    cause.signal()));
        }
        var after = new Customer(before.signals(), before.coveredThrough(), fingerprint, assessed.nextChangeAt());
        customers.keep(customerId, after, before.dueAt());
    }

    /** The signal that opened the moment is the beginning of whatever comes of it. */
    private static String correlationId(Assessed assessed, CustomerSignals signals, Cause cause) {
        Optional<SignalId> opener = assessed.assessment().trigger().map(Trigger::evidence);
        return signals.all()
                .filter(signal -> opener.filter(signal.id()::equals).isPresent())
                .map(Signal::correlationId)
                .findFirst()
                .orElse(cause.correlationId());
    }

    private record Cause(
            String eventId, String correlationId, @Nullable String signal) {}
}
