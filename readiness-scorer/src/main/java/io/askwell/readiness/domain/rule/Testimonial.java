package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.SatisfactionFact.CaseStudyJoined;
import io.askwell.readiness.domain.signal.SatisfactionFact.ReviewPosted;
import io.askwell.readiness.domain.signal.SatisfactionFact.TestimonialGiven;
import io.askwell.readiness.domain.signal.Signal;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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
    public Stream<Timed<Signal<?>>> earnings(CustomerSignals signals) {
        return ScoreRule.always(Stream.<Stream<? extends Signal<?>>>of(
                        signals.of(TestimonialGiven.class).stream(),
                        signals.of(CaseStudyJoined.class).stream(),
                        signals.of(ReviewPosted.class).stream()
                                .filter(review -> review.fact().isPraise(reviewShare)))
                .flatMap(Function.identity()));
    }
}
