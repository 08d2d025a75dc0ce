package io.askwell.readiness.application.replay;

import io.askwell.readiness.domain.signal.CustomerSignals;

/** The signals of a customer as each policy keeps them; one and the same set while neither lets go of anything. */
record KeptByBoth(CustomerSignals active, CustomerSignals proposed) {

    static final KeptByBoth NOTHING = new KeptByBoth(CustomerSignals.none(), CustomerSignals.none());
}
