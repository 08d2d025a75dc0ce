package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Now, and the first moment after now at which anything that was looked at begins or ends. */
final class Timeline {

    private final Instant now;
    private @Nullable Instant next;

    Timeline(Instant now) {
        this.now = now;
    }

    /** Those that hold now. The moments of all are noted. */
    <T> List<T> holding(List<T> things, Function<T, Span> during) {
        if (things.isEmpty()) {
            return List.of();
        }
        List<T> holding = new ArrayList<>(things.size());
        for (T thing : things) {
            Span span = during.apply(thing);
            note(span.from());
            note(span.until());
            if (span.includes(now)) {
                holding.add(thing);
            }
        }
        return holding;
    }

    @Nullable
    Instant next() {
        return next;
    }

    private void note(Instant edge) {
        if (edge.isAfter(now) && !edge.equals(Instant.MAX) && (next == null || edge.isBefore(next))) {
            next = edge;
        }
    }
}
