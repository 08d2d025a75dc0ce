package io.askwell.attribution.application;

import io.askwell.attribution.domain.CustomerKeys;
import io.askwell.attribution.domain.CustomerProfile;
import io.askwell.attribution.domain.CustomerSignal;
import io.askwell.attribution.domain.CustomerSignals;
import java.util.Optional;
import java.util.Set;

/** Adds a signal to what is known of its customer. Runs in the transaction of its caller. */
public final class RecordCustomerSignal {

    private final Customers customers;

    public RecordCustomerSignal(Customers customers) {
        this.customers = customers;
    }

    /** A signal that is known already, or of which a later revision is, changes nothing. */
    public void record(String customerId, CustomerSignal signal) {
        CustomerSignals before = customers.lock(customerId);
        CustomerSignals after = before.with(signal);
        if (after.equals(before)) {
            return;
        }
        CustomerProfile profile = after.profile()
                .orElseThrow(() -> new IllegalStateException("there is a signal, so there is a profile"));
        customers.keep(after, profile);
        Optional<CustomerProfile> known = before.profile();
        if (known.filter(profile::saysTheSameAs).isEmpty()) {
            Set<String> formerKeys = known.map(CustomerKeys::of).orElse(Set.of());
            customers.makeKnown(profile, formerKeys, cause(customerId, signal));
        }
    }

    /** A revision is another cause than what it revises. */
    private static String cause(String customerId, CustomerSignal signal) {
        return "%s/%s/%d".formatted(customerId, signal.id().text(), signal.revision());
    }
}
