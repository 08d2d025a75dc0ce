package io.askwell.ask.domain;

import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named reason not to ask.
 *
 * @param until when it ends by itself; null when only something that happens can end it
 * @param evidence signals or asks that it rests on
 */
public record Objection(String code, @Nullable Instant until, List<String> evidence) {

    public Objection {
        evidence = List.copyOf(evidence);
    }

    static Objection lasting(String code, List<String> evidence) {
        return new Objection(code, null, evidence);
    }

    static Objection of(Reason reason) {
        return lasting(reason.code(), reason.evidence());
    }

    /** Why the scorer does not advise asking. A concern that ends by itself says when. */
    static List<Objection> of(Assessment assessment) {
        return assessment.reasons().stream()
                .map(reason -> new Objection(
                        reason.code(), assessment.endOf(reason.code()).orElse(null), reason.evidence()))
                .toList();
    }

    /** None when there is no evidence for it. */
    static List<Objection> ifAny(String code, List<String> evidence) {
        return evidence.isEmpty() ? List.of() : List.of(lasting(code, evidence));
    }

    boolean standsAt(Instant now) {
        return until == null || now.isBefore(until);
    }

    public Reason reason() {
        return new Reason(code, evidence);
    }

    /** When the last of them ends; empty when one of them never ends by itself. */
    public static Optional<Instant> lastEnd(List<Objection> objections) {
        return objections.stream().anyMatch(objection -> objection.until() == null)
                ? Optional.empty()
                : objections.stream()
                        .flatMap(objection -> Optional.ofNullable(objection.until()).stream())
                        .max(Instant::compareTo);
    }
}
