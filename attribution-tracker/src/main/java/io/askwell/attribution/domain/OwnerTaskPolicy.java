package io.askwell.attribution.domain;

import java.time.Duration;

/**
 * How soon owners are to act.
 *
 * @param firstContactWithin working time from the moment at which we know that the lead was accepted
 * @param remindOwnerAfter without anything new about the lead
 * @param remindOperatorAfter without anything new, counted from the same moment
 */
public record OwnerTaskPolicy(
        WorkingHours hours, Duration firstContactWithin, Duration remindOwnerAfter, Duration remindOperatorAfter) {}
