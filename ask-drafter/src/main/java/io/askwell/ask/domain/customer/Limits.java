package io.askwell.ask.domain.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The customer's own limits. Null where the customer wished nothing. */
public record Limits(
        @Nullable Integer maxPerQuarter, @Nullable Instant notBefore, boolean never) {

    public static final Limits NONE = new Limits(null, null, false);
}
