package io.askwell.attribution.application;

import io.askwell.attribution.application.ReferralSearch.Place;
import io.askwell.attribution.domain.OwnerTask;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One task for each referral that was ever accepted. */
public interface OwnerTasks {

    /**
     * What is asked for; null asks for all.
     *
     * @param owner person who works the lead
     */
    record Filter(@Nullable String owner, OwnerTask.@Nullable Status status) {}

    /** Those that there are, by referral. Under the locks of the records. */
    Map<UUID, OwnerTask> find(Set<UUID> referralIds);

    void keep(Collection<OwnerTask> tasks);

    /** Referrals with a task that time changes by now, the longest due first. */
    List<UUID> due(Instant now, int most);

    /** The oldest first. */
    List<OwnerTask> list(Filter filter, @Nullable Place after, int limit);
}
