package io.askwell.schemas.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.schemas.Violation;
import io.askwell.signals.v1.SatisfactionDetails;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalRecorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalContractTest {

    private static final Instant NOW = Instant.parse("2026-10-01T09:30:00Z");

    static Stream<SignalKind> kinds() {
        return Arrays.stream(SignalKind.values()).filter(kind -> kind != SignalKind.UNRECOGNIZED);
    }

    static Stream<Arguments> requiredAttributes() {
        return kinds().flatMap(kind -> SignalAttributes.of(kind).stream()
                .filter(SignalAttribute::required)
                .map(attribute -> Arguments.of(kind, attribute.name())));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSignalWithAllItsAttributesIsValid(SignalKind kind) {
        assertThat(violations(kind, examples(kind))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anAttributeOfNoSuchKindIsRefusedByName(SignalKind kind) {
        Map<String, Object> attributes = examples(kind);
        attributes.put("shoe/size", BigDecimal.TEN);

        assertThat(violations(kind, attributes))
                .extracting(Violation::pointer)
                .containsExactly("/attributes/shoe~1size");
    }

    @ParameterizedTest
    @MethodSource("requiredAttributes")
    void aRequiredAttributeThatIsAbsentIsNamed(SignalKind kind, String required) {
        Map<String, Object> attributes = examples(kind);
        attributes.remove(required);

        assertThat(violations(kind, attributes))
                .containsExactly(new Violation("/attributes/" + required, "is required"));
    }

    @Test
    void theRequiredAttributesAreThoseOfTheContract() {
        assertThat(requiredAttributes()
                        .map(arguments -> arguments.get()[0] + "." + arguments.get()[1]))
                .containsExactlyInAnyOrder(
                        "health_reported.status",
                        "milestone_reached.name",
                        "goal_achieved.name",
                        "outcome_recorded.description",
                        "usage_reported.percentile",
                        "project_completed.name",
                        "qbr_completed.outcome",
                        "nps_scored.score",
                        "csat_scored.score",
                        "csat_scored.scale",
                        "feedback_received.text",
                        "review_posted.rating",
                        "review_posted.scale",
                        "social_mention.sentiment",
                        "peer_mentioned.peerCompany",
                        "connection_reported.name",
                        "connection_reported.company",
                        "ticket_opened.ticketId",
                        "ticket_resolved.ticketId",
                        "complaint_raised.complaintId",
                        "complaint_resolved.complaintId",
                        "billing_problem_raised.problemId",
                        "billing_problem_resolved.problemId",
                        "delivery_gap_raised.gapId",
                        "delivery_gap_resolved.gapId",
                        "ask_answered.askId",
                        "signal_retracted.retracts");
    }

    @ParameterizedTest
    @CsvSource({
        "nps_scored, score, 11, must be between 0 and 10",
        "nps_scored, score, -1, must be between 0 and 10",
        "nps_scored, score, 8.5, must be a whole number",
        "usage_reported, percentile, 100.1, must be between 0 and 100",
        "usage_reported, activeDays, -1, must be 0 or more",
        "usage_reported, activeDays, 1.5, must be a whole number",
        "csat_scored, scale, 0, must be above 0",
        "csat_scored, score, 5.1, must not be above the scale",
        "review_posted, rating, 6, must not be above the scale",
        "ticket_resolved, satisfaction, 1.01, must be between 0 and 1",
        "ask_limits_set, maxPerQuarter, -1, must be 0 or more",
        "ask_limits_set, revision, -1, must be 0 or more",
    })
    void aNumberOutsideItsBoundsIsRefused(SignalKind kind, String attribute, BigDecimal number, String detail) {
        Map<String, Object> attributes = examples(kind);
        attributes.put(attribute, number);

        assertThat(violations(kind, attributes)).containsExactly(new Violation("/attributes/" + attribute, detail));
    }

    @ParameterizedTest
    @CsvSource({
        "customer_updated, segment, huge",
        "customer_updated, timezone, Mars/Olympus",
        "customer_updated, signedUpAt, yesterday",
        "customer_updated, signedUpAt, +999999999-01-01T00:00:00Z",
        "customer_updated, highValue, yes",
        "project_completed, outcome, positive",
        "qbr_completed, outcome, success",
        "ticket_opened, severity, UNRECOGNIZED",
        "nps_scored, score, nine",
    })
    void aWordThatIsNotAllowedIsRefused(SignalKind kind, String attribute, String word) {
        Map<String, Object> attributes = examples(kind);
        attributes.put(attribute, word);

        assertThat(violations(kind, attributes))
                .extracting(Violation::pointer)
                .containsExactly("/attributes/" + attribute);
    }

    @Test
    void aFieldThatIsNullCountsAsAbsent() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("comment", null);
        attributes.put("score", null);

        assertThat(violations(SignalKind.nps_scored, attributes))
                .containsExactly(new Violation("/attributes/score", "is required"));
    }

    @Test
    void aTextMayHaveTenThousandCharacters() {
        Map<String, Object> attributes = examples(SignalKind.feedback_received);
        attributes.put("text", "x".repeat(10_000));
        assertThat(violations(SignalKind.feedback_received, attributes)).isEmpty();

        attributes.put("text", "x".repeat(10_001));
        assertThat(violations(SignalKind.feedback_received, attributes))
                .containsExactly(new Violation("/attributes/text", "must have at most 10,000 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\ud800b", "a\udc00b"})
    void aTextThatCannotBeStoredAsItIsIsRefused(String text) {
        assertThat(violations(SignalKind.feedback_received, Map.of("text", text)))
                .extracting(Violation::pointer)
                .containsExactly("/attributes/text");
    }

    @Test
    void whatHappensMoreThanFiveMinutesAheadIsRefused() {
        SignalRecorded signal = signal(SignalKind.renewed);

        signal.setOccurredAt(NOW.plus(Duration.ofMinutes(5)));
        assertThat(SignalContract.violations(signal, NOW)).isEmpty();

        signal.setOccurredAt(NOW.plus(Duration.ofMinutes(5)).plusMillis(1));
        assertThat(SignalContract.violations(signal, NOW))
                .extracting(Violation::pointer)
                .containsExactly("/occurredAt");
    }

    @Test
    void idsAreRequiredAndBounded() {
        SignalRecorded signal = signal(SignalKind.renewed);
        signal.setId(" ");
        signal.setCustomerId("c".repeat(256));

        assertThat(SignalContract.violations(signal, NOW))
                .containsExactly(
                        new Violation("/id", "is required"),
                        new Violation("/customerId", "must have at most 255 characters"));
    }

    @Test
    void aRecordWrittenByAnUpstreamSystemIsCheckedLikeAnyOther() {
        SignalRecorded signal = signal(SignalKind.nps_scored);
        signal.setSatisfaction(SatisfactionDetails.newBuilder().setScore(12.0).build());

        assertThat(SignalContract.violations(signal, NOW))
                .containsExactly(new Violation("/attributes/score", "must be between 0 and 10"));
    }

    @Test
    void aKindFromANewerSchemaIsNotWrong() {
        assertThat(SignalContract.violations(signal(SignalKind.UNRECOGNIZED), NOW))
                .isEmpty();
        assertThat(SignalContract.kind("UNRECOGNIZED")).isEmpty();
        assertThat(SignalContract.kind("nps_scored")).contains(SignalKind.nps_scored);
    }

    private static List<Violation> violations(SignalKind kind, Map<String, Object> attributes) {
        SignalRecorded signal = signal(kind);
        List<Violation> violations = new ArrayList<>(SignalContract.write(attributes, signal));
        return violations.isEmpty() ? SignalContract.violations(signal, NOW) : violations;
    }

    private static SignalRecorded signal(SignalKind kind) {
        return SignalRecorded.newBuilder()
                .setSource("test")
                .setId("1")
                .setCustomerId("C-1")
                .setKind(kind)
                .setOccurredAt(NOW)
                .build();
    }

    private static Map<String, Object> examples(SignalKind kind) {
        Map<String, Object> attributes = new HashMap<>();
        SignalAttributes.of(kind).forEach(attribute -> attributes.put(attribute.name(), example(attribute)));
        return attributes;
    }

    private static Object example(SignalAttribute attribute) {
        return switch (attribute.type()) {
            case AttributeType.Text _ -> "text";
            case AttributeType.TextOrNumber _ -> new BigDecimal("120");
            case AttributeType.WholeNumber _ -> BigDecimal.ONE;
            case AttributeType.Decimal _ -> attribute.name().equals("scale") ? new BigDecimal("5") : BigDecimal.ONE;
            case AttributeType.Flag _ -> true;
            case AttributeType.Moment _ -> "2026-09-01T00:00:00+02:00";
            case AttributeType.Zone _ -> "Europe/Berlin";
            case AttributeType.Word<?> word -> word.allowed().getFirst().name();
        };
    }
}
