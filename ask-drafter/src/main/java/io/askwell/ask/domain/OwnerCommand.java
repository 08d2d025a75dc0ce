package io.askwell.ask.domain;

import io.askwell.ask.domain.draft.Template;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person wants done with a pending ask. {@code draftVersion} is the version that the person has seen. */
public sealed interface OwnerCommand {

    Person by();

    int draftVersion();

    /** Subject and body replace the draft's when they are not null. */
    record Approve(
            Person by,
            int draftVersion,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String reason) implements OwnerCommand {}

    record Defer(Person by, int draftVersion, String reason, Instant until) implements OwnerCommand {}

    /** The draft written anew; {@code variant} is the name of a wording, null for the one that the drafter would choose. */
    record Redraft(
            Person by,
            int draftVersion,
            Template template,
            @Nullable String variant) implements OwnerCommand {}

    record Decline(Person by, int draftVersion, String reason) implements OwnerCommand {}
}
