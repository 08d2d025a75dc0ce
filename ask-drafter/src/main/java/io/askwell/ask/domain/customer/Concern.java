package io.askwell.ask.domain.customer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that blocks asking. {@code until} is when it ends by itself; null when it must be resolved. */
public record Concern(String kind, Instant since, @Nullable Instant until, List<String> evidence) {

    public Concern {
        evidence = List.copyOf(evidence);
    }

    public Reason reason() {
        return new Reason(kind, evidence);
    }
}
