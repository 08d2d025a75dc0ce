package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One kind of thing that blocks asking. */
public interface ConcernRule {

    Concern.Kind kind();

    /** The kinds of signal that can open it. */
    List<Class<? extends Fact>> openedBy();

    /** The kinds of signal that can end it; empty when only time can. */
    List<Class<? extends Fact>> endedBy();

    /** Every concern that stands, stood or will stand. */
    List<Concern> concerns(CustomerSignals signals);

    /** The signals that blocked when they were accepted, whether or not they still do. */
    List<? extends Signal<?>> openings(CustomerSignals signals);

    /** Signals that mean something only together, each set with the span during which it must not be forgotten. */
    default List<Timed<Set<SignalId>>> inseparable(CustomerSignals signals) {
        return List.of();
    }

    /** Of a kind whose latest signal decides, those that were the latest when they were accepted. */
    static <F extends Fact> List<Signal<F>> thatDecided(List<Signal<F>> latestFirst, Predicate<F> blocks) {
        List<Signal<F>> decided = new ArrayList<>();
        @Nullable Instant laterAcceptedFirst = null;
        for (Signal<F> signal : latestFirst) {
            boolean wasLatest = laterAcceptedFirst == null || !laterAcceptedFirst.isBefore(signal.acceptedAt());
            if (wasLatest) {
                laterAcceptedFirst = signal.acceptedAt();
                if (blocks.test(signal.fact())) {
                    decided.add(signal);
                }
            }
        }
        return decided;
    }
}
