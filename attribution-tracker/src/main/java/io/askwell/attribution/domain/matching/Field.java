package io.askwell.attribution.domain.matching;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is compared.
 *
 * @param given another field that makes an agreement of this one less of a surprise when it agrees too, as colleagues share
 *     the telephone of their office; null when there is none
 */
public record Field(String name, FieldKind kind, @Nullable String given) {

    public Field(String name, FieldKind kind) {
        this(name, kind, null);
    }
}
