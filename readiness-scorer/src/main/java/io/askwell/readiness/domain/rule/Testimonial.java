package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.SatisfactionFact.CaseStudyJoined;
import io.askwell.readiness.domain.signal.SatisfactionFact.ReviewPosted;
import io.askwell.readiness.domain.signal.SatisfactionFact.TestimonialGiven;
import io.askwell.readiness.domain.signal.Signal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The customer spoke well in public.
 *
 * @param reviewShare the part of its scale that a review must reach
 */
public record Testimonial(int points, BigDecimal reviewShare) implements ScoreRule {

    private static final List<Class<? extends Fact>> EARNED_BY =
            List.of(TestimonialGiven.class, CaseStudyJoined.class, ReviewPosted.class);

    public Testimonial {
        Demand.points(points);
        Demand.share("reviewShare", reviewShare);
    }

    @Override
    public String name() {
        return "testimonial";
    }

    @Override
    public List<Class<? extends Fact>> earnedBy() {
        return EARNED_BY;
    }

    @Override
    public List<Timed<Signal<?>>> earnings(CustomerSignals signals) {
        List<Timed<Signal<?>>> earnings = new ArrayList<>(ScoreRule.always(signals.of(TestimonialGiven.class)));
        earnings.addAll(ScoreRule.always(signals.of(CaseStudyJoined.class)));
        earnings.addAll(ScoreRule.always(signals.of(ReviewPosted.class, review -> review.isPraise(reviewShare))));
        return earnings;
    }
}
