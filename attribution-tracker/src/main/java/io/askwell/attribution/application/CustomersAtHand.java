package io.askwell.attribution.application;

import io.askwell.attribution.domain.KnownCustomers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The customers who concern facts that are recorded together, each key asked for once. */
final class CustomersAtHand {

    private final CustomersOfLeads customersOfLeads;
    private final Map<String, KnownCustomers> byKey = new HashMap<>();
    private final Set<String> asked = new HashSet<>();

    CustomersAtHand(CustomersOfLeads customersOfLeads) {
        this.customersOfLeads = customersOfLeads;
    }

    /** Until the transaction ends nobody else becomes known by one of the keys. */
    void waitFor(Set<String> keys) {
        Set<String> more = new HashSet<>(keys);
        more.removeAll(asked);
        if (!more.isEmpty()) {
            byKey.putAll(customersOfLeads.waitFor(more));
            asked.addAll(more);
        }
    }

    KnownCustomers of(Set<String> keys) {
        KnownCustomers known = KnownCustomers.NONE;
        for (String key : keys) {
            KnownCustomers more = byKey.get(key);
            known = more == null ? known : known.and(more);
        }
        return known;
    }
}
