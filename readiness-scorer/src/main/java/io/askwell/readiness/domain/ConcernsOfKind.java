package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.Concern;
import io.askwell.readiness.domain.rule.ConcernRule;
import io.askwell.readiness.domain.rule.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The concerns of one kind that stand: one reason, however many they are.
 *
 * @param standing the longest standing first; at least one
 */
record ConcernsOfKind(ConcernRule rule, List<Concern> standing) {

    Reason reason() {
        return Reason.of(
                rule.kind().name().toLowerCase(Locale.ROOT),
                standing.stream()
                        .flatMap(concern -> concern.evidence().stream())
                        .toList(),
                rule.endedBy(),
                endsAt());
    }

    /** The last to end decides, and one that must be closed does not end by itself. */
    private @Nullable Instant endsAt() {
        return standing.stream().anyMatch(concern -> concern.until() == null)
                ? null
                : standing.stream()
                        .map(concern -> Objects.requireNonNull(concern.until()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }
}
