package io.askwell.attribution.postgres;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as arrays of their columns, which one statement takes apart again with {@code unnest}. */
final class Columns {

    private Columns() {}

    static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    static <T> @Nullable UUID[] ids(Collection<T> rows, Function<T, @Nullable UUID> id) {
        return rows.stream().map(id).toArray(UUID[]::new);
    }

    static <T> Long[] numbers(Collection<T> rows, Function<T, Long> number) {
        return rows.stream().map(number).toArray(Long[]::new);
    }

    static <T> Boolean[] booleans(Collection<T> rows, Function<T, Boolean> value) {
        return rows.stream().map(value).toArray(Boolean[]::new);
    }

    /** As texts, which the statement casts: so that no clock's zone comes between. */
    static <T> @Nullable String[] moments(Collection<T> rows, Function<T, @Nullable Instant> moment) {
        return texts(rows, row -> {
            Instant at = moment.apply(row);
            return at == null ? null : at.toString();
        });
    }
}
