package io.askwell.readiness.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An assessment and how long it holds.
 *
 * @param nextChangeAt the first moment after {@code at} at which time alone may change it; null when it never will
 */
public record Assessed(
        Assessment assessment, Instant at, @Nullable Instant nextChangeAt) {}
