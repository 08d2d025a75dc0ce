package io.askwell.schemas.signals;

import io.askwell.event.v1.ContactChannel;
import io.askwell.event.v1.Segment;
import io.askwell.schemas.Texts;
import io.askwell.signals.v1.AskConsent;
import io.askwell.signals.v1.AskResponse;
import io.askwell.signals.v1.HealthStatus;
import io.askwell.signals.v1.Outcome;
import io.askwell.signals.v1.Sentiment;
import io.askwell.signals.v1.Severity;
import io.askwell.signals.v1.SignalKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The kinds of signals with their attributes: the table of the contract, as data. */
final class SignalAttributes {

    private static final String PROFILE = "profile";
    private static final String VALUE = "value";
    private static final String SATISFACTION = "satisfaction";
    private static final String RELATIONSHIP = "relationship";
    private static final String CONCERN = "concern";
    private static final String ASKING = "asking";
    private static final String PERSONAL = "personal";

    private static final Map<SignalKind, List<SignalAttribute>> BY_KIND = new EnumMap<>(SignalKind.class);

    static {
        Arrays.stream(SignalKind.values()).forEach(kind -> BY_KIND.put(kind, attributesOf(kind)));
    }

    private SignalAttributes() {}

    static List<SignalAttribute> of(SignalKind kind) {
        return Objects.requireNonNull(BY_KIND.get(kind));
    }

    private static List<SignalAttribute> attributesOf(SignalKind kind) {
        return switch (kind) {
            case customer_updated ->
                List.of(
                        text(PERSONAL, "name"),
                        text(PROFILE, "company"),
                        word(PROFILE, "segment", AttributeType.Word.anyOf(Segment.class)),
                        text(PROFILE, "industry"),
                        new SignalAttribute("timezone", PROFILE, "timezone", new AttributeType.Zone(), false),
                        text(PROFILE, "country"),
                        word(PROFILE, "preferredChannel", AttributeType.Word.anyOf(ContactChannel.class)),
                        text(PROFILE, "accountOwner"),
                        flag(PROFILE, "highValue"),
                        flag(PROFILE, "sensitive"),
                        flag(PROFILE, "partner"),
                        moment(PROFILE, "signedUpAt"),
                        moment(PROFILE, "trialEndsAt"),
                        moment(PROFILE, "contractSignedAt"),
                        flag(PROFILE, "onboarded"),
                        text(PROFILE, "projectType"),
                        word(PROFILE, "askConsent", AttributeType.Word.anyOf(AskConsent.class)),
                        flag(PROFILE, "publicAdvocacyConsent"),
                        text(PERSONAL, "email"),
                        text(PERSONAL, "contactName"));
            case health_reported ->
                List.of(word(PROFILE, "status", AttributeType.Word.anyOf(HealthStatus.class))
                        .asRequired());
            case milestone_reached ->
                List.of(text(VALUE, "name").asRequired(), text(VALUE, "metric"), amount(VALUE, "value"));
            case goal_achieved -> List.of(text(VALUE, "name").asRequired());
            case outcome_recorded ->
                List.of(
                        text(VALUE, "description").asRequired(),
                        text(VALUE, "metric"),
                        amount(VALUE, "value"),
                        text(VALUE, "unit"));
            case usage_reported ->
                List.of(number(VALUE, "percentile", 0, 100).asRequired(), count(VALUE, "activeDays"));
            case project_completed ->
                List.of(
                        text(VALUE, "name").asRequired(),
                        word(
                                VALUE,
                                "outcome",
                                new AttributeType.Word<>(
                                        Outcome.class, List.of(Outcome.success, Outcome.mixed, Outcome.failed))));
            case qbr_completed ->
                List.of(word(
                                VALUE,
                                "outcome",
                                new AttributeType.Word<>(
                                        Outcome.class, List.of(Outcome.positive, Outcome.neutral, Outcome.negative)))
                        .asRequired());
            case nps_scored ->
                List.of(
                        new SignalAttribute(
                                "score", SATISFACTION, "score", new AttributeType.Decimal(0, 10, true, true), true),
                        text(PERSONAL, "comment"));
            case csat_scored ->
                List.of(
                        atLeastZero(SATISFACTION, "score").asRequired(),
                        scale().asRequired(),
                        text(PERSONAL, "comment"));
            case feedback_received -> List.of(text(PERSONAL, "text").asRequired(), sentiment(SATISFACTION));
            case review_posted ->
                List.of(
                        atLeastZero(SATISFACTION, "rating").asRequired(),
                        scale().asRequired(),
                        flag(SATISFACTION, "public").in(SATISFACTION, "publiclyVisible"));
            case social_mention -> List.of(sentiment(SATISFACTION).asRequired(), text(PERSONAL, "url"));
            case interaction_logged -> List.of(text(RELATIONSHIP, "channel"), sentiment(RELATIONSHIP));
            case peer_mentioned ->
                List.of(
                        text(RELATIONSHIP, "peerCompany").asRequired(),
                        text(PERSONAL, "peerName"),
                        text(RELATIONSHIP, "problem"));
            case connection_reported ->
                List.of(
                        text(PERSONAL, "name").asRequired(),
                        text(RELATIONSHIP, "company").asRequired(),
                        text(PERSONAL, "title"),
                        text(RELATIONSHIP, "industry"),
                        new SignalAttribute(
                                "companySize", RELATIONSHIP, "companySize", new AttributeType.TextOrNumber(), false));
            case ticket_opened ->
                List.of(
                        text(CONCERN, "ticketId").asRequired(),
                        word(CONCERN, "severity", AttributeType.Word.anyOf(Severity.class)));
            case ticket_resolved ->
                List.of(
                        text(CONCERN, "ticketId").asRequired(),
                        number(CONCERN, "satisfaction", 0, 1),
                        flag(CONCERN, "aboveExpectations"));
            case complaint_raised, complaint_resolved ->
                List.of(text(CONCERN, "complaintId").asRequired());
            case billing_problem_raised, billing_problem_resolved ->
                List.of(text(CONCERN, "problemId").asRequired());
            case delivery_gap_raised, delivery_gap_resolved ->
                List.of(text(CONCERN, "gapId").asRequired());
            case frustration_expressed -> List.of(text(PERSONAL, "text"));
            case ask_answered ->
                List.of(
                        text(ASKING, "askId").asRequired(),
                        word(ASKING, "response", AttributeType.Word.anyOf(AskResponse.class)),
                        text(PERSONAL, "text"));
            case ask_limits_set ->
                List.of(count(ASKING, "maxPerQuarter"), moment(ASKING, "notBefore"), flag(ASKING, "never"));
            case signal_retracted -> List.of(text("correction", "retracts").asRequired());
            case onboarding_completed,
                    first_success_achieved,
                    testimonial_given,
                    case_study_joined,
                    advice_requested,
                    champion_identified,
                    renewed,
                    upgraded,
                    usage_dropped,
                    usage_recovered,
                    cancellation_considered,
                    cancellation_averted,
                    ask_recorded,
                    UNRECOGNIZED -> List.of();
        };
    }

    private static SignalAttribute text(String detail, String name) {
        return new SignalAttribute(name, detail, name, new AttributeType.Text(Texts.MOST_CHARACTERS), false);
    }

    private static SignalAttribute word(String detail, String name, AttributeType.Word<?> words) {
        return new SignalAttribute(name, detail, name, words, false);
    }

    private static SignalAttribute sentiment(String detail) {
        return word(detail, "sentiment", AttributeType.Word.anyOf(Sentiment.class));
    }

    private static SignalAttribute flag(String detail, String name) {
        return new SignalAttribute(name, detail, name, new AttributeType.Flag(), false);
    }

    private static SignalAttribute moment(String detail, String name) {
        return new SignalAttribute(name, detail, name, new AttributeType.Moment(), false);
    }

    private static SignalAttribute count(String detail, String name) {
        var type = new AttributeType.WholeNumber(0, Integer.MAX_VALUE);
        return new SignalAttribute(name, detail, name, type, false);
    }

    private static SignalAttribute number(String detail, String name, double least, double most) {
        return new SignalAttribute(name, detail, name, new AttributeType.Decimal(least, most, true, false), false);
    }

    private static SignalAttribute amount(String detail, String name) {
        return number(detail, name, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    private static SignalAttribute atLeastZero(String detail, String name) {
        return number(detail, name, 0, Double.MAX_VALUE);
    }

    private static SignalAttribute scale() {
        var type = new AttributeType.Decimal(0, Double.MAX_VALUE, false, false);
        return new SignalAttribute("scale", SATISFACTION, "scale", type, false);
    }
}
