package io.askwell.readiness.domain.rule;

import java.math.BigDecimal;
import java.time.Duration;

/** What a number of the policy must be, said so that whoever wrote it finds it. */
final class Demand {

    private Demand() {}

    /**
     * @param name of the number, as the policy writes it
     * @param demand how a sentence goes on that begins with the name
     */
    static void that(boolean sensible, String name, String demand) {
        if (!sensible) {
            throw new SenselessPolicyException(name, demand);
        }
    }

    static void points(int points) {
        that(points > 0, "points", "must be above 0");
    }

    static void nps(String name, int score) {
        that(score >= 0 && score <= 10, name, "must be an NPS score, 0 to 10");
    }

    static void share(String name, BigDecimal share) {
        that(
                share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0,
                name,
                "must be a share, above 0 and at most 1");
    }

    static void positive(String name, Duration duration) {
        that(duration.isPositive(), name, "must be a duration above 0");
    }
}
