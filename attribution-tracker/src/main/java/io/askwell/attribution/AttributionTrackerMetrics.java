package io.askwell.attribution;

import io.askwell.attribution.application.AttributionObserver;
import io.askwell.attribution.application.Reports.Backlog;
import io.askwell.attribution.application.Reports.Waiting;
import io.askwell.attribution.domain.Attribution;
import io.askwell.attribution.domain.Flag;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.Words;
import io.askwell.transport.metrics.OnceCommitted;
import io.askwell.transport.metrics.Sample;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Every meter of this service. Labels are words of the contract, never an id. */
public final class AttributionTrackerMetrics implements AttributionObserver {

    /** Lead records by what became of them. */
    public static final String LEAD_RECORDS = "referral.attribution.lead.records";

    /** Steps of referrals by type. */
    public static final String STEPS = "referral.attribution.steps";

    public static final String REVIEWS_OPENED = "referral.attribution.reviews.opened";
    public static final String REVIEWS_CLOSED = "referral.attribution.reviews.closed";

    /** Rulings by the kind of question that was answered. */
    public static final String RULINGS = "referral.attribution.rulings";

    /** Blocking keys that say nothing because too many records have them. */
    public static final String KEYS_PASSED_OVER = "referral.attribution.blocking.keys.passed.over";

    /** Flags by kind, each when a referral gets it. */
    public static final String FLAGS = "referral.attribution.flags";

    /** Gauge by state: referrals now. */
    public static final String REFERRALS = "referral.attribution.referrals";

    /** Gauge by kind: reviews that wait now. */
    public static final String REVIEWS_OPEN = "referral.attribution.reviews.open";

    /** Gauge by kind: how long ago the review that waits longest was opened; 0 when none waits. */
    public static final String REVIEWS_AGE = "referral.attribution.reviews.age";

    /** Gauge: tasks of owners that are due or escalated. */
    public static final String TASKS_OVERDUE = "referral.attribution.tasks.overdue";

    /** However often the gauges are read, the database is not asked more often than this. */
    static final Duration SAMPLE_LASTS = Duration.ofSeconds(5);

    public static final String STATE = "state";
    public static final String OUTCOME = "outcome";
    public static final String TYPE = "type";
    public static final String KIND = "kind";

    private final MeterRegistry registry;

    public AttributionTrackerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** While the backlog cannot be read, the gauges show no number. */
    void watch(Supplier<Backlog> backlog, InstantSource clock) {
        var sampled = new Sample<>(backlog, SAMPLE_LASTS, clock);
        for (Attribution.State state : Attribution.State.values()) {
            Gauge.builder(REFERRALS, () -> sampled.get().referralsByState().getOrDefault(Words.of(state), 0L))
                    .tag(STATE, Words.of(state))
                    .register(registry);
        }
        for (ReviewKind kind : ReviewKind.values()) {
            Gauge.builder(
                            REVIEWS_OPEN,
                            () -> waiting(sampled, kind).map(Waiting::count).orElse(0L))
                    .tag(KIND, Words.of(kind))
                    .register(registry);
            Gauge.builder(
                            REVIEWS_AGE,
                            () -> waiting(sampled, kind)
                                    .map(waiting -> Duration.between(waiting.since(), clock.instant())
                                            .toSeconds())
                                    .orElse(0L))
                    .tag(KIND, Words.of(kind))
                    .baseUnit("seconds")
                    .register(registry);
        }
        Gauge.builder(TASKS_OVERDUE, () -> sampled.get().overdueTasks()).register(registry);
    }

    private static Optional<Waiting> waiting(Supplier<Backlog> sampled, ReviewKind kind) {
        return Optional.ofNullable(sampled.get().openReviews().get(Words.of(kind)));
    }

    @Override
    public void applied(List<ReferralChange> changes) {
        count(LEAD_RECORDS, OUTCOME, "applied");
        changes.forEach(this::count);
    }

    @Override
    public void kept() {
        count(LEAD_RECORDS, OUTCOME, "kept");
    }

    @Override
    public void repeated() {
        count(LEAD_RECORDS, OUTCOME, "repeated");
    }

    @Override
    public void ignored() {
        count(LEAD_RECORDS, OUTCOME, "ignored");
    }

    @Override
    public void ruled(List<ReferralChange> changes, ReviewKind question) {
        count(RULINGS, KIND, Words.of(question));
        changes.forEach(this::count);
    }

    @Override
    public void unmerged(List<ReferralChange> changes) {
        changes.forEach(this::count);
    }

    @Override
    public void appealed(ReferralChange change) {
        count(change);
    }

    @Override
    public void evaluatedAgain(List<ReferralChange> changes) {
        changes.forEach(this::count);
    }

    @Override
    public void passedOver(int tooCommonKeys) {
        OnceCommitted.count(() -> registry.counter(KEYS_PASSED_OVER).increment(tooCommonKeys));
    }

    private void count(ReferralChange change) {
        change.steps().forEach(step -> count(STEPS, TYPE, Words.of(step.type())));
        raised(change).forEach(flag -> count(FLAGS, KIND, Words.of(flag)));
        for (Review review : change.opened()) {
            count(REVIEWS_OPENED, KIND, Words.of(review.kind()));
        }
        for (Review review : change.closed()) {
            count(REVIEWS_CLOSED, KIND, Words.of(review.kind()));
        }
    }

    private static Set<Flag> raised(ReferralChange change) {
        Set<Flag> raised = change.after().flags();
        Referral before = change.before();
        if (before != null) {
            raised.removeAll(before.flags());
        }
        return raised;
    }

    private void count(String meter, String label, String word) {
        OnceCommitted.count(() -> registry.counter(meter, label, word).increment());
    }
}
