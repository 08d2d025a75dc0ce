package io.askwell.signal.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source says happened, as far as it could be read. Nothing is checked yet: a part that is missing, or that could not be
 * read, is null. The words of the contract (kinds, channels, stages) are still plain text here, because the schema alone knows
 * them.
 */
public sealed interface Report permits SignalReport, LeadReport {

    @Nullable
    String source();

    @Nullable
    String id();

    @Nullable
    Instant occurredAt();

    @Nullable
    String kind();
}
