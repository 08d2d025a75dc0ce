package io.askwell.attribution.application;

import io.askwell.attribution.domain.Appeal;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Ruling;
import io.askwell.attribution.domain.matching.LeadProfile;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said about each lead. Every method takes part in the transaction of its caller. */
public interface LeadHistories {

    /**
     * Where the keys of the facts lead, and what is known of the links that they name. Until the transaction ends nobody else
     * works on these keys and links, known or not.
     */
    KeysAtHand lockKeys(Collection<LeadFact> facts);

    /** The living record of each, on which nobody else works until the transaction ends. */
    Map<UUID, LeadHistory> lock(Collection<UUID> records);

    /**
     * What can be compared of the living record of each, without its history; somebody may be at work on it. Nothing of those
     * that nobody has submitted.
     */
    Map<UUID, Looks> look(Collection<UUID> records);

    /** The history to which an open review belongs, which nobody else works on until the transaction ends. */
    Optional<LeadHistory> lockByOpenReview(UUID reviewId);

    boolean isRuled(UUID reviewId);

    /** Adds each fact to its home, with the keys that nobody has yet, in this order. */
    void add(List<Addition> additions);

    void add(UUID referralId, Ruling ruling);

    /** @param referralId that has no appeal */
    void add(UUID referralId, Appeal appeal);

    /** Keeps what lists are searched by, and which reviews are open. */
    void keep(List<Told> told);

    /** @param record that lives */
    record Looks(UUID record, LeadProfile profile) {}

    /**
     * A fact on its way to the record in which it is kept for good.
     *
     * @param bridgedTo another record that it names
     */
    record Addition(LeadFact fact, UUID home, @Nullable UUID bridgedTo, Instant recordedAt) {}
}
