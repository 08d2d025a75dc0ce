package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.SatisfactionFact.CsatScored;
import io.askwell.readiness.domain.signal.SatisfactionFact.FeedbackReceived;
import io.askwell.readiness.domain.signal.Signal;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

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
    public Stream<Timed<Signal<?>>> earnings(CustomerSignals signals) {
        var praise = signals.of(FeedbackReceived.class).stream()
                .filter(feedback -> feedback.fact().positive());
        var satisfied = signals.latest(CsatScored.class).stream()
                .filter(csat -> csat.fact().reaches(csatShare));
        return ScoreRule.always(Stream.<Signal<?>>concat(praise, satisfied));
    }
}
