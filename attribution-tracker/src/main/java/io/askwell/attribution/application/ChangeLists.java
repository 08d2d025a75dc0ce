package io.askwell.attribution.application;

import io.askwell.attribution.application.ListEntries.Kept;
import io.askwell.attribution.application.ListEntries.Removed;
import io.askwell.attribution.domain.ListEntry;
import io.askwell.attribution.domain.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** A person says who is to be trusted and who is not, or takes it back. Whom it concerns is judged again soon after. */
public final class ChangeLists {

    private final ListEntries entries;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public ChangeLists(ListEntries entries, TransactionOperations transactions, InstantSource clock) {
        this.entries = entries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param value canonical, as people read it */
    public record Addition(ListEntry.Side list, Subject subject, String value, String reason, String by) {}

    /** What became of a command. */
    public sealed interface Outcome {

        record Changed(Kept entry) implements Outcome {}

        record AlreadyListed() implements Outcome {}

        record NoSuchEntry() implements Outcome {}

        record AlreadyRemoved() implements Outcome {}
    }

    public Outcome add(Addition addition) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            entries.lock();
            Instant now = now();
            var entry = new ListEntry(
                    id(addition, now), addition.list(), addition.subject(), addition.reason(), addition.by(), now);
            return entries.add(entry, addition.value())
                    .<Outcome>map(kept -> changed(kept, "added", now))
                    .orElseGet(Outcome.AlreadyListed::new);
        }));
    }

    public Outcome remove(UUID entryId, String by) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            entries.lock();
            return entries.find(entryId)
                    .map(kept -> kept.removed() == null ? remove(kept, by) : new Outcome.AlreadyRemoved())
                    .orElseGet(Outcome.NoSuchEntry::new);
        }));
    }

    private Outcome remove(Kept kept, String by) {
        Instant now = now();
        var removed = new Removed(by, now);
        entries.remove(kept.entry().entryId(), removed);
        return changed(new Kept(kept.entry(), kept.value(), removed), "removed", now);
    }

    private Outcome changed(Kept kept, String what, Instant now) {
        entries.queueConcerned(
                kept.entry(), "list-entry/%s/%s".formatted(kept.entry().entryId(), what), now);
        return new Outcome.Changed(kept);
    }

    private static UUID id(Addition addition, Instant now) {
        String name = "list-entry\n%s\n%s\n%s\n%s"
                .formatted(
                        addition.list(),
                        addition.subject().kind(),
                        addition.subject().key(),
                        now);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
