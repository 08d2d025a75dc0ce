package io.askwell.attribution.domain;

import java.time.Instant;

/**
 * Somebody followed a referral link.
 *
 * @param clickId what the form that is filled in afterwards gives back
 */
public record LinkClick(FactId id, Instant occurredAt, String linkCode, String clickId) implements LinkFact {}
