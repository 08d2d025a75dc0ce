package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.util.Set;
import java.util.stream.Stream;

/** One kind of thing that blocks asking. */
public interface ConcernRule {

    /** Every concern that stands, stood or will stand. */
    Stream<Concern> concerns(CustomerSignals signals);

    /** The signals that opened one, closed since or not. */
    Stream<? extends Signal<?>> openings(CustomerSignals signals);

    /** Signals that mean something only together, each set with the span during which it must not be forgotten. */
    Stream<Timed<Set<SignalId>>> inseparable(CustomerSignals signals);
}
