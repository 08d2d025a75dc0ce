package io.askwell.ask.application;

import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.Ask.Open;
import io.askwell.ask.domain.AskStep;
import io.askwell.ask.domain.HistoryEntry;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All asks there ever were. */
public interface Asks {

    /** Saves the ask as it stands after the step, and the step. Returns the number of the step, from 1. */
    int save(AskStep step);

    void saveOwner(Open reassigned);

    /** Remembers what an approved ask waits for; nothing happens when it is no longer approved. */
    void saveWaitsFor(String askId, Hindrance hindrance);

    Optional<String> customerOf(String askId);

    Optional<AskRecord> find(String askId);

    /** The latest first, from below {@code before} on. */
    List<AskRecord> list(Filter filter, @Nullable String before, int most);

    /** The oldest approvals first. */
    List<ApprovedAsk> approved(int most);

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
