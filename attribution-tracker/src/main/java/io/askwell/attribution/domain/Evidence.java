package io.askwell.attribution.domain;

import io.askwell.attribution.domain.note.Span;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of support for a claim.
 *
 * @param ref the fact that shows it
 * @param weight 0 to 1
 * @param span where the note of the fact says so; null for what other fields say
 */
public record Evidence(
        EvidenceKind kind,
        FactId ref,
        Instant at,
        BigDecimal weight,
        @Nullable Span span) {}
