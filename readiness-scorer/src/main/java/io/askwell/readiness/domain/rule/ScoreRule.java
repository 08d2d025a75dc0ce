package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One reason for points, with its numbers. The points are earned while at least one signal earns them. */
public interface ScoreRule {

    String name();

    int points();

    /** The kinds of signal that can earn them. */
    List<Class<? extends Fact>> earnedBy();

    /** The signals that earn the points, each with the span during which it does. */
    List<Timed<Signal<?>>> earnings(CustomerSignals signals);

    /** For signals that earn whatever the time. */
    static List<Timed<Signal<?>>> always(List<? extends Signal<?>> signals) {
        if (signals.isEmpty()) {
            return List.of();
        }
        List<Timed<Signal<?>>> always = new ArrayList<>(signals.size());
        for (Signal<?> signal : signals) {
            always.add(new Timed<>(signal, Span.ALWAYS));
        }
        return always;
    }

    /** For the latest signal of a kind, when it is one that earns. */
    static <F extends Fact> List<Timed<Signal<?>>> latest(Class<F> kind, CustomerSignals signals, Predicate<F> earns) {
        List<Signal<F>> latestFirst = signals.of(kind);
        return latestFirst.isEmpty() || !earns.test(latestFirst.getFirst().fact())
                ? List.of()
                : List.of(new Timed<>(latestFirst.getFirst(), Span.ALWAYS));
    }
}
