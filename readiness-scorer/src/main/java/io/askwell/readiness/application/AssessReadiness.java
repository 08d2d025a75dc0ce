package io.askwell.readiness.application;

import io.askwell.readiness.application.AssessmentLog.Publication;
import io.askwell.readiness.domain.Assessed;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.Retention;
import io.askwell.readiness.domain.Standing;
import io.askwell.readiness.domain.rule.Trigger;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Assesses a customer when a signal arrives or a due moment has come, and publishes what changed. */
public final class AssessReadiness {

    private final ReadinessAssessor assessor;
    private final Retention retention;
    private final Customers customers;
    private final DroppedSignals droppedSignals;
    private final Recognition recognition;
    private final AssessmentLog log;

    public AssessReadiness(
            ReadinessAssessor assessor,
            Retention retention,
            Customers customers,
            DroppedSignals droppedSignals,
            AssessmentLog log) {
        this.assessor = assessor;
        this.retention = retention;
        this.customers = customers;
        this.droppedSignals = droppedSignals;
        this.recognition = new Recognition(droppedSignals);
        this.log = log;
    }

    public sealed interface Outcome {
        record Counted() implements Outcome {}

        /** A report of another kind than its identity. It is remembered, because an earlier one may show that it was right. */
        record KindChanged() implements Outcome {}

        /** A revision or retraction of a signal that is neither kept nor remembered. It has no effect. */
        record TargetForgotten() implements Outcome {}
    }

    public Outcome onSignal(String customerId, Signal<?> signal, LogPosition position, Instant now) {
        Optional<Customer> known = customers.find(customerId);
        var customer = known.orElse(Customer.unknown(position)).after(position);
        var cause = new Cause(
                customerId + "/" + position.partition() + "-" + position.offset(),
                signal.correlationId(),
                signal.id().reference());
        return switch (recognition.recognize(customerId, customer, signal, now)) {
            case NEWS -> {
                var told = trimmed(customerId, customer.with(customer.signals().with(signal)), now);
                assess(customerId, told, cause, now);
                yield told.signals().refuses(signal) ? new Outcome.KindChanged() : new Outcome.Counted();
            }
            case REPETITION -> {
                assess(customerId, customer, cause, now);
                yield new Outcome.Counted();
            }
            case TARGET_FORGOTTEN -> new Outcome.TargetForgotten();
        };
    }

    /** @return how many were due; as many as {@code most} means that more may be */
    public int onTime(Instant now, int most) {
        List<String> due = customers.dueBy(now, most);
        due.forEach(customerId -> assessDue(customerId, now));
        return due.size();
    }

    /** How long the customer who is due longest has waited; zero when none is due. */
    public Duration behind(Instant now) {
        return customers
                .earliestDue()
                .filter(due -> due.isBefore(now))
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
    }

    /** Lets go of dropped signals that nobody corrects any more, at most so many. */
    public void forget(Instant now, int most) {
        droppedSignals.forget(now, most);
    }

    /** Assesses a customer anew, because the policy is another one than that of the last assessment. */
    public void underPolicy(String customerId, String policyHash, Instant now) {
        var customer = customers.find(customerId).orElseThrow(() -> new IllegalStateException("Listed but unknown"));
        assess(customerId, customer, new Cause(customerId + "/" + policyHash, customerId, null), now);
    }

    private void assessDue(String customerId, Instant now) {
        var customer = customers.find(customerId).orElseThrow(() -> new IllegalStateException("Due but unknown"));
        assess(customerId, customer, new Cause(customerId + "/" + customer.dueAt(), customerId, null), now);
    }

    private Customer trimmed(String customerId, Customer customer, Instant now) {
        var trimmed = retention.trim(customer.signals(), now);
        var left = customer.with(trimmed.kept());
        for (Signal<?> dropped : trimmed.dropped()) {
            recognition.remember(customerId, dropped, now);
            left = left.havingDropped(dropped.occurredAt());
        }
        return left;
    }

    private void assess(String customerId, Customer before, Cause cause, Instant now) {
        Assessed assessed = assessor.assess(before.signals(), now);
        AssessmentLog.Entry entry = log.entry(customerId, assessed.assessment());
        String fingerprint = entry.fingerprint();
        if (!fingerprint.equals(before.published())) {
            entry.append(new Publication(
                    customerId,
                    assessed,
                    before.coveredThrough(),
                    cause.eventId(),
                    correlationId(assessed, before.signals(), cause),
                    cause.signal()));
        }
        var standing = Standing.of(before.signals(), assessed.assessment());
        customers.keep(customerId, before.assessed(standing, fingerprint, assessed.nextChangeAt()), before.dueAt());
    }

    /** The signal that opened the moment is the beginning of whatever comes of it. */
    private static String correlationId(Assessed assessed, CustomerSignals signals, Cause cause) {
        Optional<SignalId> opener = assessed.assessment().trigger().map(Trigger::evidence);
        if (opener.isPresent()) {
            for (Signal<?> signal : signals.all()) {
                if (signal.id().equals(opener.get())) {
                    return signal.correlationId();
                }
            }
        }
        return cause.correlationId();
    }

    private record Cause(
            String eventId, String correlationId, @Nullable String signal) {}
}
