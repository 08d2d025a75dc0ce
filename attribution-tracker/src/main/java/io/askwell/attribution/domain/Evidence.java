package io.askwell.attribution.domain;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One piece of support for a claim.
 *
 * @param ref the fact that shows it
 * @param weight 0 to 1
 */
public record Evidence(EvidenceKind kind, FactId ref, Instant at, BigDecimal weight) {}
