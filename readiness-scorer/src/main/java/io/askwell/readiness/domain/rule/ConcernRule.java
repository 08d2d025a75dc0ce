package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One kind of thing that blocks asking. */
public interface ConcernRule {

    Concern.Kind kind();

    /** The kinds of signal that can open it. */
    List<Class<? extends Fact>> openedBy();

    /** The kinds of signal that can end it; empty when only time can. */
    List<Class<? extends Fact>> endedBy();

    /** Every concern that stands, stood or will stand. */
    Stream<Concern> concerns(CustomerSignals signals);

    /** The signals that blocked when they were accepted, whether or not they still do. */
    Stream<? extends Signal<?>> openings(CustomerSignals signals);

    /** Signals that mean something only together, each set with the span during which it must not be forgotten. */
    default Stream<Timed<Set<SignalId>>> inseparable(CustomerSignals signals) {
        return Stream.empty();
    }

    /** Of a kind whose latest signal decides, those that were the latest when they were accepted. */
    static <F extends Fact> Stream<Signal<F>> thatDecided(List<Signal<F>> latestFirst, Predicate<F> blocks) {
        return latestFirst.stream()
                .filter(signal -> blocks.test(signal.fact()))
                .filter(signal -> latestFirst.stream()
                        .takeWhile(later -> !later.id().equals(signal.id()))
                        .noneMatch(later -> later.acceptedAt().isBefore(signal.acceptedAt())));
    }
}
