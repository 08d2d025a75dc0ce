package io.askwell.attribution.http;

import io.askwell.attribution.application.ListEntries.Kept;
import io.askwell.attribution.application.ListEntries.Removed;
import io.askwell.attribution.domain.Words;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a list.
 *
 * @param value canonical
 * @param removedBy who took it back; null while it is in force
 */
record ListEntryView(
        UUID entryId,
        String list,
        String kind,
        String value,
        String reason,
        String addedBy,
        Instant addedAt,
        @Nullable String removedBy,
        @Nullable Instant removedAt) {

    static ListEntryView of(Kept kept) {
        Removed removed = kept.removed();
        return new ListEntryView(
                kept.entry().entryId(),
                Words.of(kept.entry().list()),
                SubjectKinds.word(kept.entry().subject().kind()),
                kept.value(),
                kept.entry().reason(),
                kept.entry().by(),
                kept.entry().at(),
                removed == null ? null : removed.by(),
                removed == null ? null : removed.at());
    }
}
