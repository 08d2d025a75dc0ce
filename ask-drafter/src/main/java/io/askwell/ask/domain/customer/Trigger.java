package io.askwell.ask.domain.customer;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A moment that opens a window for an ask.
 *
 * @param closesAt end of the window, exclusive
 * @param evidence the signals that opened it, as {@code source/id}
 */
public record Trigger(TriggerKind kind, Instant at, Instant closesAt, List<String> evidence) {

    /** The most urgent first; ties in the order of the names. */
    public static final Comparator<Trigger> MOST_URGENT_FIRST =
            Comparator.comparing(Trigger::closesAt).thenComparing(Trigger::kind);

    public Trigger {
        evidence = List.copyOf(evidence);
    }

    public boolean isOpen(Instant now) {
        return !now.isBefore(at) && now.isBefore(closesAt);
    }

    /** The same moment: one signal opens one window, however often it is assessed. */
    public boolean isSameAs(Trigger other) {
        return (evidence.isEmpty() && other.evidence.isEmpty())
                ? kind == other.kind && at.equals(other.at)
                : !Collections.disjoint(evidence, other.evidence);
    }
}
