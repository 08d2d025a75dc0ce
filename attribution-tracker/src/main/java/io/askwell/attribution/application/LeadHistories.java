package io.askwell.attribution.application;

import io.askwell.attribution.domain.Appeal;
import io.askwell.attribution.domain.KeyHolders;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Matching;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Ruling;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was said about each lead. Every method takes part in the transaction of its caller. */
public interface LeadHistories {

    /**
     * Where the keys of the fact lead, and what is known of the links that it names. Until the transaction ends nobody else
     * works on these keys and links, known or not.
     */
    KeyHolders lockKeys(LeadFact fact);

    /** The living record of each, on which nobody else works until the transaction ends. */
    Map<UUID, LeadHistory> lock(Collection<UUID> records);

    /** The living records of all of them, each once, as they are now; somebody may be at work on them. */
    List<LeadHistory> read(Collection<UUID> records);

    /** The history to which an open review belongs, which nobody else works on until the transaction ends. */
    Optional<LeadHistory> lockByOpenReview(UUID reviewId);

    boolean isRuled(UUID reviewId);

    /** Adds the fact to its home, with the keys that nobody has yet. */
    void add(LeadFact fact, Matching matching, Instant recordedAt);

    void add(UUID referralId, Ruling ruling);

    /** @param referralId that has no appeal */
    void add(UUID referralId, Appeal appeal);

    /** Keeps what lists are searched by, and which reviews are open. */
    void keep(ReferralChange change, Instant now);
}
