package io.askwell.attribution.domain;

import java.time.Duration;

/**
 * How many leads one referrer may name.
 *
 * @param mostLeads different ones, by receipt; whoever names one more hurries
 * @param within the rolling time, its beginning included
 */
public record VelocityLimit(int mostLeads, Duration within) {}
