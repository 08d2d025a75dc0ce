package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Signals of one kind that open a window of one length. */
record WindowTrigger<F extends Fact>(Trigger.Kind kind, Class<F> from, Predicate<F> qualifies, Duration window)
        implements TriggerRule {

    @Override
    public List<Class<? extends Fact>> openedBy() {
        return List.of(from);
    }

    @Override
    public List<Trigger> triggers(CustomerSignals signals) {
        List<Signal<F>> qualifying = signals.of(from, qualifies);
        if (qualifying.isEmpty()) {
            return List.of();
        }
        List<Trigger> triggers = new ArrayList<>(qualifying.size());
        for (Signal<F> signal : qualifying) {
            triggers.add(
                    new Trigger(kind, signal.occurredAt(), signal.occurredAt().plus(window), signal.id()));
        }
        return triggers;
    }
}
