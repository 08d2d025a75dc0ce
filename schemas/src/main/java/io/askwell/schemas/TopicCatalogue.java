package io.askwell.schemas;

import io.askwell.asks.v1.AskEvent;
import io.askwell.asks.v1.PendingAsk;
import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.PendingReview;
import io.askwell.leads.v1.LeadReported;
import io.askwell.measurements.v1.MeasurementRecorded;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.rewards.v1.PendingReward;
import io.askwell.rewards.v1.RewardEvent;
import io.askwell.signals.v1.SignalRecorded;
import java.util.List;

/** Every topic of Askwell. Each has exactly one writer inside Askwell. */
public final class TopicCatalogue {

    public static final Topic<SignalRecorded> SIGNALS =
            new Topic<>("referral.signals.v1", SignalRecorded.class, "customerId", false);
    public static final Topic<LeadReported> LEADS =
            new Topic<>("referral.leads.v1", LeadReported.class, "SHA-256 of the lead's identity, or link code", false);
    public static final Topic<ReadinessAssessed> READINESS =
            new Topic<>("referral.readiness.v1", ReadinessAssessed.class, "customerId", true);
    public static final Topic<AskEvent> ASKS = new Topic<>("referral.asks.v1", AskEvent.class, "customerId", false);
    public static final Topic<PendingAsk> PENDING_ASKS =
            new Topic<>("referral.pending-asks.v1", PendingAsk.class, "askId", true);
    public static final Topic<AttributionEvent> ATTRIBUTIONS =
            new Topic<>("referral.attributions.v1", AttributionEvent.class, "referralId", false);
    public static final Topic<PendingReview> PENDING_REVIEWS =
            new Topic<>("referral.pending-reviews.v1", PendingReview.class, "reviewId", true);
    public static final Topic<RewardEvent> REWARDS =
            new Topic<>("referral.rewards.v1", RewardEvent.class, "referralId", false);
    public static final Topic<PendingReward> PENDING_REWARDS =
            new Topic<>("referral.pending-rewards.v1", PendingReward.class, "rewardId", true);
    public static final Topic<MeasurementRecorded> MEASUREMENTS =
            new Topic<>("referral.measurements.v1", MeasurementRecorded.class, "customerId", false);

    private static final List<Topic<?>> ALL = List.of(
            SIGNALS,
            LEADS,
            READINESS,
            ASKS,
            PENDING_ASKS,
            ATTRIBUTIONS,
            PENDING_REVIEWS,
            REWARDS,
            PENDING_REWARDS,
            MEASUREMENTS);

    private TopicCatalogue() {}

    public static List<Topic<?>> all() {
        return ALL;
    }
}
