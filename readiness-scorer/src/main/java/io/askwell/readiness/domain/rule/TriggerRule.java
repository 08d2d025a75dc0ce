package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import java.util.List;
import java.util.stream.Stream;

/** One kind of moment that lets an ask begin. Every signal that qualifies opens a window of its own. */
public interface TriggerRule {

    /** The kinds of signal that can open one. */
    List<Class<? extends Fact>> openedBy();

    /** Every window, those that are closed too. */
    Stream<Trigger> triggers(CustomerSignals signals);
}
