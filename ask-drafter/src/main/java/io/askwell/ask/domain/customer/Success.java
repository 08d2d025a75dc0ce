package io.askwell.ask.domain.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the customer achieved, and that a draft may name.
 *
 * @param kind the kind of its signal, such as {@code milestone_reached}
 * @param name what was achieved, in the words of whoever reported it
 * @param value how much, in {@code unit}
 */
public record Success(
        String kind,
        @Nullable String name,
        @Nullable String metric,
        @Nullable BigDecimal value,
        @Nullable String unit,
        Instant at,
        List<String> evidence) {

    public Success {
        evidence = List.copyOf(evidence);
    }
}
