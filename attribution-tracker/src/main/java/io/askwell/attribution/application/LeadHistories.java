package io.askwell.attribution.application;

import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Matching;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Ruling;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was said about each lead. Every method takes part in the transaction of its caller. */
public interface LeadHistories {

    /**
     * The history behind each known key. Until the transaction ends nobody else works on these keys, known or not, or on
     * these histories.
     *
     * @param keys sorted, so that two callers cannot wait for each other
     */
    Map<String, LeadHistory> lock(List<String> keys);

    /** The history to which an open review belongs, which nobody else works on until the transaction ends. */
    Optional<LeadHistory> lockByOpenReview(UUID reviewId);

    boolean isRuled(UUID reviewId);

    /** Adds the fact to the matched history, with the keys that nobody has yet and with all that it absorbs. */
    void add(LeadFact fact, Matching matching, Instant recordedAt);

    void add(UUID referralId, Ruling ruling);

    /** Keeps what lists are searched by, and which reviews are open. */
    void keep(ReferralChange change, Instant now);
}
