package io.askwell.readiness.application;

import io.askwell.readiness.domain.signal.CustomerSignals;

/** What is kept of any customer, for reading alone. */
public interface KeptSignals {

    Lookup of(String customerId);

    sealed interface Lookup {}

    record Found(CustomerSignals signals) implements Lookup {}

    record NeverSeen() implements Lookup {}

    /**
     * Another instance holds the customer's partition.
     *
     * @param address host:port of its HTTP edge
     */
    record HeldBy(String address) implements Lookup {}

    /** Its partition is being restored or moved. */
    record Unavailable() implements Lookup {}
}
