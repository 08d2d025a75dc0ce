package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.SignalId;
import java.time.Instant;
import java.util.Comparator;

/**
 * A moment whose window lets an ask begin.
 *
 * @param closesAt the end of the window, exclusive
 */
public record Trigger(Kind kind, Instant at, Instant closesAt, SignalId evidence) {

    public enum Kind {
        NPS_PROMOTER,
        POSITIVE_FEEDBACK,
        MILESTONE,
        PROJECT_COMPLETED,
        RENEWAL,
        UPGRADE,
        SUPPORT_WIN,
        QBR_SUCCESS,
        PUBLIC_PRAISE,
        PEER_MENTIONED
    }

    /** The earliest close first; ties alphabetical. */
    public static final Comparator<Trigger> EARLIEST_CLOSE_FIRST = Comparator.comparing(Trigger::closesAt)
            .thenComparing(trigger -> trigger.kind().name())
            .thenComparing(Trigger::evidence);

    public Span open() {
        return new Span(at, closesAt);
    }
}
