package io.askwell.readiness.application;

import io.askwell.readiness.domain.Advocate;
import io.askwell.readiness.domain.AdvocateScore;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the list of advocates, the highest first.
 *
 * @param lowest the lowest score that is looked for
 * @param after the last that was seen; null for the beginning
 * @param most how many at most
 */
public record AdvocateSearch(AdvocateScore lowest, @Nullable Advocate after, int most) {

    boolean looksFor(Advocate advocate) {
        return advocate.score().compareTo(lowest) >= 0
                && (after == null || Advocate.HIGHEST_FIRST.compare(advocate, after) > 0);
    }
}
