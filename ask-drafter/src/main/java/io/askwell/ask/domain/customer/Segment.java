package io.askwell.ask.domain.customer;

/** What kind of customer it is. */
public enum Segment {
    SMB,
    MID_MARKET,
    ENTERPRISE,
    MISSION_DRIVEN
}
