package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Signals of one kind that open a window of one length. */
record WindowTrigger<F extends Fact>(Trigger.Kind kind, Class<F> from, Predicate<F> qualifies, Duration window)
        implements TriggerRule {

    @Override
    public List<Class<? extends Fact>> openedBy() {
        return List.of(from);
    }

    @Override
    public Stream<Trigger> triggers(CustomerSignals signals) {
        return signals.of(from).stream()
                .filter(signal -> qualifies.test(signal.fact()))
                .map(signal -> new Trigger(
                        kind, signal.occurredAt(), signal.occurredAt().plus(window), signal.id()));
    }
}
