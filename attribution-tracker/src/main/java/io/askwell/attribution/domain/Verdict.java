package io.askwell.attribution.domain;

import io.askwell.attribution.domain.matching.MatchScore;
import io.askwell.attribution.domain.matching.MatchingPolicy;

/** What follows from how alike two records are. */
public enum Verdict {
    SAME_LEAD,

    /** Only a person can say. */
    DOUBTFUL,

    DIFFERENT;

    public static Verdict on(MatchScore score, MatchingPolicy policy) {
        double probability = score.probability();
        if (probability >= policy.mergedFrom()) {
            return SAME_LEAD;
        }
        return probability >= policy.reviewedFrom() ? DOUBTFUL : DIFFERENT;
    }
}
