package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import java.util.List;

/** One kind of moment that lets an ask begin. Every signal that qualifies opens a window of its own. */
public interface TriggerRule {

    /** The kinds of signal that can open one. */
    List<Class<? extends Fact>> openedBy();

    /** Every window, those that are closed too. */
    List<Trigger> triggers(CustomerSignals signals);
}
