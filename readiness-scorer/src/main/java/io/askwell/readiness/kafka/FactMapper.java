package io.askwell.readiness.kafka;

import static java.util.Objects.requireNonNull;

import io.askwell.readiness.domain.signal.AskingFact;
import io.askwell.readiness.domain.signal.ConcernFact;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.ProfileFact;
import io.askwell.readiness.domain.signal.RelationshipFact;
import io.askwell.readiness.domain.signal.Retraction;
import io.askwell.readiness.domain.signal.SatisfactionFact;
import io.askwell.readiness.domain.signal.ValueFact;
import io.askwell.signals.v1.AskingDetails;
import io.askwell.signals.v1.ConcernDetails;
import io.askwell.signals.v1.HealthStatus;
import io.askwell.signals.v1.Outcome;
import io.askwell.signals.v1.ProfileDetails;
import io.askwell.signals.v1.SatisfactionDetails;
import io.askwell.signals.v1.Sentiment;
import io.askwell.signals.v1.Severity;
import io.askwell.signals.v1.SignalPersonalData;
import io.askwell.signals.v1.SignalRecorded;
import io.askwell.signals.v1.ValueDetails;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a valid record says, in the words of the domain. A word from a newer schema counts as absent. */
final class FactMapper {

    private static final String NEWER_WORD = "UNRECOGNIZED";

    private FactMapper() {}

    /** Empty for a kind from a newer schema. The record must have passed the contract. */
    static Optional<Fact> fact(SignalRecorded signal) {
        Fact fact = switch (signal.getKind()) {
            case customer_updated -> customerUpdated(signal);
            case health_reported ->
                new ProfileFact.HealthReported(profile(signal).getStatus() == HealthStatus.healthy);

            case onboarding_completed -> new ValueFact.OnboardingCompleted();
            case first_success_achieved -> new ValueFact.FirstSuccessAchieved();
            case milestone_reached -> {
                var value = value(signal);
                yield new ValueFact.MilestoneReached(value.getName(), value.getMetric(), value.getValue());
            }
            case goal_achieved -> new ValueFact.GoalAchieved(value(signal).getName());
            case outcome_recorded -> {
                var value = value(signal);
                yield new ValueFact.OutcomeRecorded(
                        value.getDescription(), value.getMetric(), value.getValue(), value.getUnit());
            }
            case usage_reported ->
                new ValueFact.UsageReported(
                        value(signal).getPercentile(), value(signal).getActiveDays());
            case project_completed ->
                new ValueFact.ProjectCompleted(
                        value(signal).getName(), value(signal).getOutcome() == Outcome.success);
            case qbr_completed -> new ValueFact.QbrCompleted(value(signal).getOutcome() == Outcome.positive);

            case nps_scored ->
                new SatisfactionFact.NpsScored(satisfaction(signal).getScore().intValue());
            case csat_scored ->
                new SatisfactionFact.CsatScored(
                        decimal(satisfaction(signal).getScore()),
                        decimal(satisfaction(signal).getScale()));
            case feedback_received -> new SatisfactionFact.FeedbackReceived(isPositive(signal.getSatisfaction()));
            case testimonial_given -> new SatisfactionFact.TestimonialGiven();
            case case_study_joined -> new SatisfactionFact.CaseStudyJoined();
            case review_posted ->
                new SatisfactionFact.ReviewPosted(
                        decimal(satisfaction(signal).getRating()),
                        decimal(satisfaction(signal).getScale()),
                        Boolean.TRUE.equals(satisfaction(signal).getPubliclyVisible()));
            case social_mention -> new SatisfactionFact.SocialMention(isPositive(signal.getSatisfaction()));

            case interaction_logged -> new RelationshipFact.InteractionLogged();
            case advice_requested -> new RelationshipFact.AdviceRequested();
            case champion_identified -> new RelationshipFact.ChampionIdentified();
            case peer_mentioned -> peerMentioned(signal);
            case renewed -> new RelationshipFact.Renewed();
            case upgraded -> new RelationshipFact.Upgraded();
            case connection_reported -> new RelationshipFact.ConnectionReported();

            case ticket_opened ->
                new ConcernFact.TicketOpened(
                        concern(signal).getTicketId(), concern(signal).getSeverity() != Severity.low);
            case ticket_resolved ->
                new ConcernFact.TicketResolved(
                        concern(signal).getTicketId(),
                        decimalOrNull(concern(signal).getSatisfaction()),
                        Boolean.TRUE.equals(concern(signal).getAboveExpectations()));
            case complaint_raised ->
                new ConcernFact.ComplaintRaised(concern(signal).getComplaintId());
            case complaint_resolved ->
                new ConcernFact.ComplaintResolved(concern(signal).getComplaintId());
            case billing_problem_raised ->
                new ConcernFact.BillingProblemRaised(concern(signal).getProblemId());
            case billing_problem_resolved ->
                new ConcernFact.BillingProblemResolved(concern(signal).getProblemId());
            case delivery_gap_raised ->
                new ConcernFact.DeliveryGapRaised(concern(signal).getGapId());
            case delivery_gap_resolved ->
                new ConcernFact.DeliveryGapResolved(concern(signal).getGapId());
            case usage_dropped -> new ConcernFact.UsageDropped();
            case usage_recovered -> new ConcernFact.UsageRecovered();
            case cancellation_considered -> new ConcernFact.CancellationConsidered();
            case cancellation_averted -> new ConcernFact.CancellationAverted();
            case frustration_expressed -> new ConcernFact.FrustrationExpressed();

            case ask_recorded -> new AskingFact.AskRecorded();
            case ask_answered -> new AskingFact.AskAnswered();
            case ask_limits_set -> askLimitsSet(signal);

            case signal_retracted ->
                new Retraction(requireNonNull(signal.getCorrection()).getRetracts());
            case UNRECOGNIZED -> null;
        };
        return Optional.ofNullable(fact);
    }

    private static Fact customerUpdated(SignalRecorded signal) {
        var profile = Optional.ofNullable(signal.getProfile()).orElseGet(ProfileDetails::new);
        var personal = Optional.ofNullable(signal.getPersonal()).orElseGet(SignalPersonalData::new);
        @Nullable String zone = text(profile.getTimezone());
        return new ProfileFact.CustomerUpdated(
                text(personal.getName()),
                text(profile.getCompany()),
                word(profile.getSegment()),
                text(profile.getIndustry()),
                zone == null ? null : ZoneId.of(zone),
                text(profile.getCountry()),
                word(profile.getPreferredChannel()),
                text(profile.getAccountOwner()),
                profile.getHighValue(),
                profile.getSensitive(),
                profile.getPartner(),
                profile.getSignedUpAt(),
                profile.getTrialEndsAt(),
                profile.getContractSignedAt(),
                profile.getOnboarded(),
                text(profile.getProjectType()),
                word(profile.getAskConsent()),
                profile.getPublicAdvocacyConsent(),
                text(personal.getEmail()),
                text(personal.getContactName()));
    }

    private static Fact peerMentioned(SignalRecorded signal) {
        var relationship = requireNonNull(signal.getRelationship());
        var personal = Optional.ofNullable(signal.getPersonal());
        return new RelationshipFact.PeerMentioned(
                relationship.getPeerCompany(),
                text(personal.map(SignalPersonalData::getPeerName).orElse(null)),
                text(relationship.getProblem()));
    }

    private static Fact askLimitsSet(SignalRecorded signal) {
        var limits = Optional.ofNullable(signal.getAsking()).orElseGet(AskingDetails::new);
        return new AskingFact.AskLimitsSet(limits.getMaxPerQuarter(), limits.getNotBefore(), limits.getNever());
    }

    private static ProfileDetails profile(SignalRecorded signal) {
        return requireNonNull(signal.getProfile());
    }

    private static ValueDetails value(SignalRecorded signal) {
        return requireNonNull(signal.getValue());
    }

    private static SatisfactionDetails satisfaction(SignalRecorded signal) {
        return requireNonNull(signal.getSatisfaction());
    }

    private static ConcernDetails concern(SignalRecorded signal) {
        return requireNonNull(signal.getConcern());
    }

    /** Without a tone, a text counts as neutral until it is classified. */
    private static boolean isPositive(@Nullable SatisfactionDetails details) {
        return details != null && details.getSentiment() == Sentiment.positive;
    }

    private static BigDecimal decimal(double number) {
        return BigDecimal.valueOf(number);
    }

    private static @Nullable BigDecimal decimalOrNull(@Nullable Double number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static @Nullable String word(@Nullable Enum<?> word) {
        return word == null || word.name().equals(NEWER_WORD) ? null : word.name();
    }
}
