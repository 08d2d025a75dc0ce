package io.askwell.attribution.domain.matching;

import org.jspecify.annotations.Nullable;

/**
 * What the levels of a field count.
 *
 * @param usual when the field has no given one, or that one does not agree
 * @param givenAgrees when the given field agrees; present exactly when there is one
 */
public record FieldWeights(
        Field field, Likelihoods usual, @Nullable Likelihoods givenAgrees) {

    public FieldWeights {
        if ((field.given() == null) != (givenAgrees == null)) {
            throw new IllegalArgumentException(
                    field.name() + " has weights for when the given field agrees exactly when it has a given field");
        }
    }

    double weight(Level level, boolean givenFieldAgrees) {
        return (givenFieldAgrees && givenAgrees != null ? givenAgrees : usual).weight(level);
    }
}
