package io.askwell.attribution.application;

import io.askwell.attribution.domain.Merge;
import io.askwell.attribution.domain.Suspicion;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which records live on in which, and what was asked and said about it. Every method takes part in the transaction of its caller. */
public interface Merges {

    /** What lives on in the other lives on in the survivor. Questions between the two are answered by it. */
    void add(Merge merge);

    /** The record itself where it was merged, else the one that was merged into it last. */
    Optional<UUID> undoable(UUID record);

    /**
     * The record lives by itself again, with all that lived on in it when it was merged and all that came for it since.
     *
     * @return into which record it had been merged
     */
    UUID undo(UUID record, SaidBy person);

    /** Remembers that two records are of two leads, and answers every question between what they live on in. */
    void keepApart(UUID one, UUID other, boolean despiteKeys, SaidBy person);

    /** Opens the question, or keeps its newest likeness. */
    void suspect(Suspicion suspicion);

    /** The suspicion behind a review, whether open or not. */
    Optional<Suspicion> suspicion(UUID reviewId);

    /** Notes what a person answered. */
    void answer(UUID reviewId, boolean sameLead, SaidBy person);

    /** A person's word. */
    record SaidBy(String by, String reason, Instant at) {}
}
