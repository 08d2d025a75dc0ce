package io.askwell.attribution.domain;

/** How far a referral has come. The order of the first six is the order of the way. */
public enum Stage {
    SUBMITTED,
    ACCEPTED,
    INTRO_MADE,
    MEETING_BOOKED,
    DEAL_CREATED,
    DEAL_WON,
    DEAL_LOST,
    UNQUALIFIED,
    REFUNDED
}
