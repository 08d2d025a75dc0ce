package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import java.util.List;
import java.util.stream.Stream;

/** One reason for points, with its numbers. The points are earned while at least one signal earns them. */
public interface ScoreRule {

    String name();

    int points();

    /** The kinds of signal that can earn them. */
    List<Class<? extends Fact>> earnedBy();

    /** The signals that earn the points, each with the span during which it does. */
    Stream<Timed<Signal<?>>> earnings(CustomerSignals signals);

    /** For signals that earn whatever the time. */
    static Stream<Timed<Signal<?>>> always(Stream<? extends Signal<?>> signals) {
        return signals.map(signal -> new Timed<>(signal, Span.ALWAYS));
    }
}
