package io.askwell.readiness.domain;

import io.askwell.readiness.domain.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * What is remembered of a signal that is no longer kept: enough to tell a repetition from news.
 *
 * @param revision the highest that came; beyond it only a higher one is news
 */
public record DroppedSignal(int revision, Instant occurredAt) {

    private static final Duration REMEMBERED_FOR = Duration.ofDays(400);
    private static final int NO_REVISION_IS_HIGHER = Integer.MAX_VALUE;
    private static final Comparator<DroppedSignal> BY_REVISION =
            Comparator.comparingInt(DroppedSignal::revision).thenComparing(DroppedSignal::occurredAt);

    public static DroppedSignal of(Signal<?> signal) {
        return new DroppedSignal(signal.revision(), signal.occurredAt());
    }

    /** The target of a retraction that is itself no longer kept counts as never sent, whatever comes. */
    public static DroppedSignal retracted(Instant retractedAt) {
        return new DroppedSignal(NO_REVISION_IS_HIGHER, retractedAt);
    }

    public boolean isRepeatedBy(Signal<?> report) {
        return BY_REVISION.compare(of(report), this) <= 0;
    }

    public Instant forgottenAt() {
        return forgottenAt(occurredAt);
    }

    /** When a signal that occurred then is no longer remembered, once it is not kept. */
    public static Instant forgottenAt(Instant occurredAt) {
        return occurredAt.plus(REMEMBERED_FOR);
    }
}
