package io.askwell.attribution.application;

import io.askwell.attribution.domain.Proportion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts over all referrals. */
public interface Reports {

    /**
     * How much is known of referrals.
     *
     * @param channel by which they were first submitted; null for all of them
     * @param complete with referrer, source path, basis, owner and status
     * @param status with a stage that somebody reported
     * @param outcome won, lost or unqualified
     */
    record Completeness(
            @Nullable String channel,
            Proportion complete,
            Proportion referrer,
            Proportion sourcePath,
            Proportion introductionBasis,
            Proportion owner,
            Proportion status,
            Proportion outcome) {}

    /**
     * How many leads of a source were won.
     *
     * @param source what the CRM has as the lead's source
     * @param referral whether these are the leads that were referred to us, whatever the CRM says
     */
    record Conversion(String source, boolean referral, Proportion won) {}

    /**
     * What waits.
     *
     * @param referralsByState word of the attribution's state
     * @param openReviews by word of their kind
     * @param overdueTasks that are due or escalated
     */
    record Backlog(Map<String, Long> referralsByState, Map<String, Waiting> openReviews, long overdueTasks) {}

    /** @param since when the oldest was opened */
    record Waiting(long count, Instant since) {}

    /** All of them first, then channel by channel. */
    List<Completeness> completeness();

    /** Referrals first, then source by source. */
    List<Conversion> conversions();

    Backlog backlog();
}
