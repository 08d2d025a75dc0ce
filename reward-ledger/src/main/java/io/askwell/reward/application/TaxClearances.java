package io.askwell.reward.application;

import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.payout.TaxClearance;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that was ever said about tax details; the newest word on a beneficiary counts. */
public interface TaxClearances {

    void add(TaxClearance clearance);

    /** Those of the parties whose details are on file at that moment. */
    Set<Party> cleared(Collection<Party> parties, Instant now);

    /**
     * @param beneficiary null for all
     * @param after the position of the last one seen, 0 for the start
     * @return in the order in which they were said
     */
    List<Listed> list(@Nullable Party beneficiary, long after, int limit);

    /** A clearance and its place in the list. */
    record Listed(long position, TaxClearance clearance) {}
}
