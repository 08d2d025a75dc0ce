package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.SatisfactionFact.CsatScored;
import io.askwell.readiness.domain.signal.SatisfactionFact.FeedbackReceived;
import io.askwell.readiness.domain.signal.Signal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The customer praised us, or was satisfied when last asked.
 *
 * @param csatShare the part of its scale that counts as satisfied
 */
public record PositiveFeedback(int points, BigDecimal csatShare) implements ScoreRule {

    private static final List<Class<? extends Fact>> EARNED_BY = List.of(FeedbackReceived.class, CsatScored.class);

    public PositiveFeedback {
        Demand.points(points);
        Demand.share("csatShare", csatShare);
    }

    @Override
    public String name() {
        return "positive_feedback";
    }

    @Override
    public List<Class<? extends Fact>> earnedBy() {
        return EARNED_BY;
    }

    @Override
    public List<Timed<Signal<?>>> earnings(CustomerSignals signals) {
        List<Timed<Signal<?>>> earnings =
                new ArrayList<>(ScoreRule.always(signals.of(FeedbackReceived.class, FeedbackReceived::positive)));
        earnings.addAll(ScoreRule.latest(CsatScored.class, signals, csat -> csat.reaches(csatShare)));
        return earnings;
    }
}
