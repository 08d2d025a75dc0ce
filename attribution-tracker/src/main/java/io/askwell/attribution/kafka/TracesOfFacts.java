package io.askwell.attribution.kafka;

import io.askwell.transport.event.Traceparent;
import java.util.Map;

/** The traces of facts that are recorded together, so that what is said of each goes on with its own. */
final class TracesOfFacts {

    private static final ScopedValue<Map<String, Traceparent>> BY_CAUSE = ScopedValue.newInstance();

    private TracesOfFacts() {}

    static <R> R during(Map<String, Traceparent> byCause, ScopedValue.CallableOp<R, RuntimeException> work) {
        return ScopedValue.where(BY_CAUSE, byCause).call(work);
    }

    /** The trace of the fact; for another cause, that of the work at hand. */
    static Traceparent of(String cause) {
        Traceparent known = BY_CAUSE.orElse(Map.of()).get(cause);
        return known == null ? Traceparent.current() : known;
    }
}
