package io.askwell.ask;

import io.askwell.ask.application.AskObserver;
import io.askwell.ask.application.Asks.Backlog;
import io.askwell.ask.application.ReleaseFence.Crossing;
import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.AskStep;
import io.askwell.ask.domain.HeldBack;
import io.askwell.ask.domain.Objection;
import io.askwell.ask.domain.PersonDecision;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.delivery.Delivery;
import io.askwell.transport.metrics.OnceCommitted;
import io.askwell.transport.metrics.Sample;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Every meter and label name of this service. What happens in a transaction counts once it has committed. */
final class AskDrafterMetrics implements AskObserver {

    /** Counter by {@code step}. */
    static final String STEPS = "referral.ask.steps";

    /** Counter by {@code reason} of asks that were withdrawn or expired. */
    static final String ENDED = "referral.asks.ended";

    /** Counter by {@code reason}. */
    static final String HELD_BACK = "referral.opportunities.held.back";

    /** Timer by {@code decision}: from the opening of an ask to a person's decision. */
    static final String DECISION_TIME = "referral.ask.decision";

    /** Timer by {@code outcome}: {@code passed}, {@code elsewhere}, or what the fence waited for. */
    static final String FENCE_WAIT = "referral.release.fence.wait";

    /** Counter by {@code method} and {@code outcome}: delivered, failed or unknown; for by_owner, handed_over. */
    static final String DELIVERIES = "referral.deliveries";

    /** Gauge by {@code status}: asks that are pending, approved or deferred now. */
    static final String OPEN = "referral.asks.open";

    /** Gauge: how long ago the pending ask that was opened first was opened; 0 when none is pending. */
    static final String QUEUE_AGE = "referral.asks.queue.age";

    /** However often the gauges are read, the database is not asked more often than this. */
    static final Duration SAMPLE_LASTS = Duration.ofSeconds(5);

    private static final List<Ask.State> OPEN_STATES =
            List.of(Ask.State.PENDING, Ask.State.APPROVED, Ask.State.DEFERRED);

    private final MeterRegistry meters;

    AskDrafterMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** While the backlog cannot be read, the gauges show no number. */
    void watch(Supplier<Backlog> backlog, InstantSource clock) {
        var sampled = new Sample<>(backlog, SAMPLE_LASTS, clock);
        for (Ask.State state : OPEN_STATES) {
            Gauge.builder(OPEN, () -> sampled.get().byState().getOrDefault(state, 0))
                    .description("Asks that are open")
                    .tag("status", word(state))
                    .register(meters);
        }
        Gauge.builder(QUEUE_AGE, () -> seconds(sampled.get().oldestPendingSince(), clock.instant()))
                .description("Since when the oldest pending ask waits for its owner")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public void stepTaken(AskStep step) {
        OnceCommitted.count(() -> {
            meters.counter(STEPS, "step", word(step.kind())).increment();
            switch (step.ask()) {
                case Ask.Withdrawn withdrawn -> ended(withdrawn.reasons());
                case Ask.Expired expired -> ended(expired.reasons());
                case Ask.Approved approved -> decided(step, approved.decision());
                case Ask.Deferred deferred -> decided(step, deferred.decision());
                case Ask.Declined declined -> decided(step, declined.decision());
                case Ask.Left left -> left(step.kind(), left.delivery());
                case Ask.Pending _ -> {}
            }
        });
    }

    @Override
    public void heldBack(HeldBack heldBack) {
        OnceCommitted.count(() -> heldBack.objections().stream()
                .map(Objection::code)
                .distinct()
                .forEach(code -> meters.counter(HELD_BACK, "reason", code).increment()));
    }

    @Override
    public void fenceTried(Crossing crossing, Duration wait) {
        String outcome = switch (crossing) {
            case Crossing.Passed _ -> "passed";
            case Crossing.Elsewhere _ -> "elsewhere";
            case Crossing.Waits waits -> word(waits.hindrance());
        };
        meters.timer(FENCE_WAIT, "outcome", outcome).record(wait);
    }

    private void ended(List<Reason> reasons) {
        reasons.stream()
                .map(Reason::code)
                .distinct()
                .forEach(code -> meters.counter(ENDED, "reason", code).increment());
    }

    private void decided(AskStep step, PersonDecision decision) {
        meters.timer(DECISION_TIME, "decision", word(decision.verdict()))
                .record(Duration.between(step.ask().proposal().openedAt(), step.at()));
    }

    /** A delivery is counted when the ask leaves by its owner, and with each outcome; an answer is no news of it. */
    private void left(AskStep.Kind kind, Delivery delivery) {
        switch (kind) {
            case RELEASED, DELIVERED -> delivery(delivery);
            case DRAFTED,
                    EDITED,
                    REDRAFTED,
                    APPROVED,
                    DEFERRED,
                    RETURNED,
                    DECLINED,
                    WITHDRAWN,
                    EXPIRED,
                    ESCALATED,
                    ANSWERED -> {}
        }
    }

    private void delivery(Delivery delivery) {
        switch (delivery) {
            case Delivery.ByOwner _ -> delivery("by_owner", "handed_over");
            case Delivery.Awaited _ -> {}
            case Delivery.Delivered delivered -> delivery(word(delivered.carrier()), "delivered");
            case Delivery.Failed failed -> delivery(word(failed.carrier()), "failed");
            case Delivery.Unknown unknown -> delivery(word(unknown.carrier()), "unknown");
        }
    }

    private void delivery(String method, String outcome) {
        meters.counter(DELIVERIES, "method", method, "outcome", outcome).increment();
    }

    private static double seconds(Optional<Instant> since, Instant now) {
        return since.map(start -> Duration.between(start, now).toMillis() / 1_000.0)
                .orElse(0.0);
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
