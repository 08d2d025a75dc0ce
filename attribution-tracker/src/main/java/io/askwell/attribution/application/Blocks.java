package io.askwell.attribution.application;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Records by the blocking keys of their leads: only records that share one are worth comparing, and of those never two whose
 * addresses are known. Every method takes part in the transaction of its caller.
 */
public interface Blocks {

    /** A key that more records than these have says little, and comparing them all would cost too much. */
    int MOST_IN_A_BLOCK = 50;

    /**
     * Until the transaction ends nobody else looks for records by any of these keys whom the result may concern; two leads with
     * an address need not wait for each other.
     */
    void waitForOtherSeekers(Collection<Sought> sought);

    /** Living records behind each key that are worth comparing; where there are too many, one more than {@link #MOST_IN_A_BLOCK}. */
    Map<Sought, Set<UUID>> find(Collection<Sought> sought);

    void put(Collection<Entry> entries);

    /** @param addressed whether the lead that is sought by the key has a known address */
    record Sought(String key, boolean addressed) {

        boolean isWorthComparingWith(boolean otherAddressed) {
            return !addressed || !otherAddressed;
        }
    }

    /** @param addressed whether the record's lead has a known address */
    record Entry(String key, UUID record, boolean addressed) {}
}
