package io.askwell.attribution.domain;

import java.time.Instant;

/**
 * A referral link exists.
 *
 * @param owner the customer or the partner who hands it out
 */
public record LinkMade(FactId id, Instant occurredAt, String linkCode, Referrer owner) implements LinkFact {}
