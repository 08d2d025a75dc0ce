package io.askwell.attribution.application;

import io.askwell.attribution.application.ReferralSearch.Place;
import io.askwell.attribution.domain.ListEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The allow list and the block list with their past. */
public interface ListEntries {

    /**
     * An entry as people see it.
     *
     * @param value canonical
     * @param removed null while the entry is in force
     */
    record Kept(ListEntry entry, String value, @Nullable Removed removed) {}

    /** Who took an entry back. */
    record Removed(String by, Instant at) {}

    /** Until the transaction ends nobody is judged under a list, and nobody else changes one. */
    void lock();

    /** Empty when the list holds the same already. */
    Optional<Kept> add(ListEntry entry, String value);

    Optional<Kept> find(UUID entryId);

    void remove(UUID entryId, Removed removed);

    /** Has every referral judged again that the entry concerns and that is not final or has rewards to come. */
    void queueConcerned(ListEntry entry, String cause, Instant now);

    /** The newest first, those that were taken back among them. */
    List<Kept> list(@Nullable Place after, int limit);
}
