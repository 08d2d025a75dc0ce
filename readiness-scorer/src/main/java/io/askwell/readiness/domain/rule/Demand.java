package io.askwell.readiness.domain.rule;

import java.math.BigDecimal;
import java.time.Duration;

/** What a number of the policy must be, said as the sentence that whoever wrote it reads. */
final class Demand {

    private Demand() {}

    static void that(boolean sensible, String sentence) {
        if (!sensible) {
            throw new IllegalArgumentException(sentence);
        }
    }

    static void points(int points) {
        that(points > 0, "points must be above 0");
    }

    static void nps(int score) {
        that(score >= 0 && score <= 10, "an NPS score is 0 to 10");
    }

    static void share(BigDecimal share) {
        that(share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0, "a share must be above 0 and at most 1");
    }

    static void positive(Duration duration) {
        that(duration.isPositive(), "a duration must be above 0");
    }
}
