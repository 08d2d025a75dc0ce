package io.askwell.attribution.domain.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a record in the order of the fields. */
public final class MatchRecord {

    private final @Nullable FieldValue[] values;

    /** @param values null where there is none */
    public MatchRecord(List<? extends @Nullable FieldValue> values) {
        this.values = values.toArray(FieldValue[]::new);
    }

    public @Nullable FieldValue at(int field) {
        return values[field];
    }

    public int size() {
        return values.length;
    }
}
