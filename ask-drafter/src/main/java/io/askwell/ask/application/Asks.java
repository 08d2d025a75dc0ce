package io.askwell.ask.application;

import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.Ask.Open;
import io.askwell.ask.domain.AskStep;
import io.askwell.ask.domain.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All asks there ever were. */
public interface Asks {

    /** Saves the ask as it stands after the step, and the step. Returns the number of the step, from 1. */
    int save(AskStep step);

    void saveOwner(Open reassigned);

    /** Remembers what approved asks wait for; nothing happens to one that is no longer approved. */
    void saveWaitsFor(List<String> askIds, Hindrance hindrance);

    Optional<String> customerOf(String askId);

    Optional<AskRecord> find(String askId);

    /** The latest first, from below {@code before} on. */
    List<AskRecord> list(Filter filter, @Nullable String before, int most);

    /** All that are approved: one that must wait may not keep another from being seen. */
    List<ApprovedAsk> approved();

    /** Costs as much as there are open asks, however many there ever were. */
    Backlog backlog();

    /**
     * What is open at one moment.
     *
     * @param byState how many asks are in each open state; a state without asks may be absent
     * @param oldestPendingSince when the pending ask that was opened first was opened; empty when none is pending
     */
    record Backlog(Map<Ask.State, Integer> byState, Optional<Instant> oldestPendingSince) {
        public Backlog {
            byState = Map.copyOf(byState);
        }
    }

    /**
     * Null admits any.
     *
     * @param delivery by_owner, awaited, delivered, failed or unknown
     * @param escalated admits those alone that wait for the program owner too
     */
    record Filter(
            @Nullable String status,
            @Nullable String delivery,
            @Nullable String ownerId,
            @Nullable String customerId,
            boolean escalated) {}

    /** An ask with what is remembered of it. {@code waitsFor} is null unless it is approved. */
    record AskRecord(Ask ask, @Nullable Hindrance waitsFor, List<HistoryEntry> history) {
        public AskRecord {
            history = List.copyOf(history);
        }
    }

    record ApprovedAsk(String askId, String customerId) {}
}
