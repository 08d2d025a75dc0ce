package io.askwell.attribution;

import io.askwell.attribution.application.AttributionObserver;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.Words;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

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

    public static final String OUTCOME = "outcome";
    public static final String TYPE = "type";
    public static final String KIND = "kind";

    private final MeterRegistry registry;

    public AttributionTrackerMetrics(MeterRegistry registry) {
        this.registry = registry;
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
    public void judgedAgain(List<ReferralChange> changes) {
        changes.forEach(this::count);
    }

    @Override
    public void passedOver(int tooCommonKeys) {
        registry.counter(KEYS_PASSED_OVER).increment(tooCommonKeys);
    }

    private void count(ReferralChange change) {
        change.steps().forEach(step -> count(STEPS, TYPE, Words.of(step.type())));
        for (Review review : change.opened()) {
            count(REVIEWS_OPENED, KIND, Words.of(review.kind()));
        }
        for (Review review : change.closed()) {
            count(REVIEWS_CLOSED, KIND, Words.of(review.kind()));
        }
    }

    private void count(String meter, String label, String word) {
        registry.counter(meter, label, word).increment();
    }
}
