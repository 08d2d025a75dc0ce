package io.askwell.readiness.domain.rule;

import java.util.List;

/**
 * The rules of the propensity score.
 *
 * @param most the sum of the points is cut to this
 */
public record ScoringRules(
        int most,
        Tenure tenure,
        FirstWin firstWin,
        UsageAboveAverage usageAboveAverage,
        NpsPromoter npsPromoter,
        NpsPassive npsPassive,
        Testimonial testimonial,
        Interactions interactions,
        PositiveFeedback positiveFeedback,
        Champion champion,
        EngagedLately engagedLately) {

    public ScoringRules {
        Demand.that(most > 0, "most", "must be above 0");
    }

    /** In the order in which contributions are listed. */
    public List<ScoreRule> inOrder() {
        return List.of(
                tenure,
                firstWin,
                usageAboveAverage,
                npsPromoter,
                npsPassive,
                testimonial,
                interactions,
                positiveFeedback,
                champion,
                engagedLately);
    }
}
