package io.askwell.schemas.signals;

import io.askwell.schemas.Texts;
import io.askwell.schemas.Violation;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a valid signal is. The door applies it to JSON, and every reader applies it to records, because upstream systems
 * may write the topic themselves.
 */
public final class SignalContract {

    /** How far ahead of the moment of receipt a signal may claim to have happened. */
    public static final Duration MOST_AHEAD = Duration.ofMinutes(5);

    private SignalContract() {}

    /** The kind with a contract word, or empty when there is none. */
    public static Optional<SignalKind> kind(@Nullable String word) {
        return List.of(SignalKind.values()).stream()
                .filter(kind -> kind != SignalKind.UNRECOGNIZED && kind.name().equals(word))
                .findFirst();
    }

    /**
     * Writes the JSON attributes of a signal into its record. Values are String, BigDecimal, Boolean, or null, which
     * counts as absent; anything else is refused.
     *
     * @return what could not be written; the record is then not to be used
     */
    public static List<Violation> write(Map<String, ? extends @Nullable Object> attributes, SignalRecorded signal) {
        List<Violation> violations = new ArrayList<>();
        attributes.forEach((name, json) -> {
            if (json == null) {
                return;
            }
            if (name.equals("revision")) {
                switch (new AttributeType.WholeNumber(0, Integer.MAX_VALUE).parse(json)) {
                    case AttributeType.Parsed.Value(Object revision) -> signal.setRevision((Integer) revision);
                    case AttributeType.Parsed.Refused(String detail) ->
                        violations.add(new Violation("/attributes/revision", detail));
                }
                return;
            }
            SignalAttributes.of(signal.getKind()).stream()
                    .filter(attribute -> attribute.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            attribute -> write(attribute, json, signal).ifPresent(violations::add),
                            () -> violations.add(new Violation(
                                    "/attributes/" + escaped(name),
                                    "is not an attribute of " + signal.getKind().name())));
        });
        return violations;
    }

    /**
     * Everything that is wrong with a record, whoever wrote it. A kind from a newer schema is not wrong.
     *
     * @param receivedAt when it was accepted; for a record, its timestamp
     */
    public static List<Violation> violations(SignalRecorded signal, Instant receivedAt) {
        List<Violation> violations = new ArrayList<>();
        Texts.checkId("/source", signal.getSource(), violations);
        Texts.checkId("/id", signal.getId(), violations);
        Texts.checkId("/customerId", signal.getCustomerId(), violations);
        checkOccurredAt(signal.getOccurredAt(), receivedAt, violations);
        if (signal.getRevision() < 0) {
            violations.add(new Violation("/attributes/revision", "must be 0 or more"));
        }
        for (SignalAttribute attribute : SignalAttributes.of(signal.getKind())) {
            check(attribute, signal).ifPresent(violations::add);
        }
        scoreAboveScale(signal).ifPresent(violations::add);
        return List.copyOf(violations);
    }

    public static void checkOccurredAt(Instant occurredAt, Instant receivedAt, List<Violation> violations) {
        if (occurredAt.isAfter(receivedAt.plus(MOST_AHEAD))) {
            violations.add(new Violation("/occurredAt", "must not be more than 5 minutes ahead of now"));
        }
    }

    private static Optional<Violation> write(SignalAttribute attribute, Object json, SignalRecorded signal) {
        return switch (attribute.type().parse(json)) {
            case AttributeType.Parsed.Value(Object value) -> {
                attribute.write(signal, value);
                yield Optional.empty();
            }
            case AttributeType.Parsed.Refused(String detail) -> Optional.of(new Violation(attribute.pointer(), detail));
        };
    }

    private static Optional<Violation> check(SignalAttribute attribute, SignalRecorded signal) {
        Optional<Object> value = attribute.read(signal);
        boolean absent = value.isEmpty() || (value.get() instanceof String text && text.isBlank());
        if (absent) {
            return attribute.required()
                    ? Optional.of(new Violation(attribute.pointer(), "is required"))
                    : Optional.empty();
        }
        return value.flatMap(present -> attribute.type().refusal(present))
                .map(detail -> new Violation(attribute.pointer(), detail));
    }

    private static Optional<Violation> scoreAboveScale(SignalRecorded signal) {
        var satisfaction = signal.getSatisfaction();
        if (satisfaction == null || satisfaction.getScale() == null) {
            return Optional.empty();
        }
        return switch (signal.getKind()) {
            case csat_scored -> above(satisfaction.getScore(), satisfaction.getScale(), "/attributes/score");
            case review_posted -> above(satisfaction.getRating(), satisfaction.getScale(), "/attributes/rating");
            default -> Optional.empty();
        };
    }

    private static Optional<Violation> above(@Nullable Double number, double scale, String pointer) {
        return number != null && number > scale
                ? Optional.of(new Violation(pointer, "must not be above the scale"))
                : Optional.empty();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
