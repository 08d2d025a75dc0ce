package io.askwell.reward.domain;

/** Which kind of customer somebody is; unknown where nobody said. */
public enum Segment {
    SMB,
    MID_MARKET,
    ENTERPRISE,
    MISSION_DRIVEN,
    UNKNOWN
}
