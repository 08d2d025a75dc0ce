package io.askwell.readiness.application;

import io.askwell.readiness.domain.Standing;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** All customers whose partitions this instance holds. */
public interface HeldCustomers {

    /** Those that can be read at this moment. */
    Set<Integer> partitions();

    /**
     * Visits every customer once, with the id, in no particular order.
     *
     * @return the partitions that were visited completely; empty when one went away meanwhile, which makes the visit worthless
     */
    Optional<Set<Integer>> visit(BiConsumer<String, Standing> visitor);
}
