package io.askwell.attribution.application;

import io.askwell.attribution.domain.KnownCustomers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The customers who concern each record, as they were known when it was judged last: so that a record is judged by what is kept
 * of it alone, and every change of a customer is a change of the record when its turn comes. Every method takes part in the
 * transaction of its caller.
 */
public interface CustomersOfLeads {

    /**
     * Who is known by each of the keys; until the transaction ends nobody else becomes known by one of them. A bounded number a
     * key, and no entry for a key by which nobody is known.
     */
    Map<String, KnownCustomers> waitFor(Set<String> keys);

    /** Who is known by the keys now. */
    KnownCustomers read(Set<String> keys);

    /** Facts came to records. */
    void add(List<Concern> concerns);

    /** The records, which are one, were judged by these customers. */
    void replace(Collection<UUID> records, Set<String> keys, KnownCustomers customers);

    /** @param customers who share one of the keys with a fact of the record */
    record Concern(UUID record, Set<String> keys, KnownCustomers customers) {}
}
