package io.askwell.ask.domain;

import java.time.Instant;

/** One step of one ask, with the ask as it stands after it. */
public record AskStep(Kind kind, Ask ask, Instant at) {

    /** Which step. */
    public enum Kind {
        DRAFTED,
        EDITED,
        REDRAFTED,
        APPROVED,
        DEFERRED,
        RETURNED,
        ESCALATED,
        DECLINED,
        WITHDRAWN,
        EXPIRED,
        RELEASED,
        /** The outcome of the delivery is known, or known to be unknown. */
        DELIVERED,
        ANSWERED
    }
}
