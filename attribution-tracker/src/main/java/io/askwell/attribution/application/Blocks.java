package io.askwell.attribution.application;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Records by the blocking keys of their leads: only records that share one are worth comparing. Every method takes part in
 * the transaction of its caller.
 */
public interface Blocks {

    /** Until the transaction ends nobody else looks for records by any of these keys. */
    void waitForOthers(Collection<String> keys);

    /** Living records that share a key, those that share most of them first; a bounded number. */
    Found find(Collection<String> keys);

    void put(UUID record, Collection<String> keys);

    /** @param tooCommon how many of the keys say nothing because too many records have them */
    record Found(Set<UUID> records, int tooCommon) {}
}
