package io.askwell.attribution;

import io.askwell.attribution.domain.matching.Field;
import io.askwell.attribution.domain.matching.FieldWeights;
import io.askwell.attribution.domain.matching.LeadMatcher;
import io.askwell.attribution.domain.matching.Likelihoods;
import io.askwell.attribution.domain.matching.MatchWeights;
import io.askwell.attribution.domain.matching.MatchingPolicy;
import java.util.List;

/** Weights that are easily reckoned with, so that tests of what follows from a likeness do not depend on what was learned. */
public final class MatchingWeights {

    private static final Likelihoods TELLING =
            new Likelihoods(List.of(0.8, 0.1, 0.05, 0.03, 0.02), List.of(0.001, 0.002, 0.007, 0.02, 0.97));
    private static final Likelihoods LESS_TELLING =
            new Likelihoods(List.of(0.6, 0.1, 0.1, 0.1, 0.1), List.of(0.05, 0.05, 0.1, 0.1, 0.7));

    private MatchingWeights() {}

    /** The same name and company are likely one lead, and only with the same title beside them certainly so. */
    public static MatchingPolicy policy() {
        return policy(0.95, 0.75);
    }

    /** Nothing is ever alike enough. */
    public static MatchingPolicy keysAlone() {
        return policy(2, 2);
    }

    private static MatchingPolicy policy(double mergedFrom, double reviewedFrom) {
        MatchWeights weights = new MatchWeights(
                1 / 6_000.0,
                LeadMatcher.FIELDS.stream().map(MatchingWeights::weights).toList());
        return new MatchingPolicy("matching-test", "f00d", mergedFrom, reviewedFrom, weights);
    }

    private static FieldWeights weights(Field field) {
        return new FieldWeights(field, TELLING, field.given() == null ? null : LESS_TELLING);
    }
}
