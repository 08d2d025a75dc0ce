package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.SatisfactionFact.ReviewPosted;
import io.askwell.readiness.domain.signal.SatisfactionFact.SocialMention;
import io.askwell.readiness.domain.signal.SatisfactionFact.TestimonialGiven;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The customer spoke well of us where others could hear it.
 *
 * @param reviewShare the part of its scale that a review must reach
 */
public record PublicPraiseTrigger(BigDecimal reviewShare, Duration window) implements TriggerRule {

    public PublicPraiseTrigger {
        Demand.share("reviewShare", reviewShare);
        Demand.positive("window", window);
    }

    @Override
    public List<Class<? extends Fact>> openedBy() {
        return List.of(SocialMention.class, ReviewPosted.class, TestimonialGiven.class);
    }

    @Override
    public Stream<Trigger> triggers(CustomerSignals signals) {
        var kind = Trigger.Kind.PUBLIC_PRAISE;
        return Stream.of(
                        new WindowTrigger<>(kind, SocialMention.class, SocialMention::positive, window),
                        new WindowTrigger<>(kind, ReviewPosted.class, review -> review.isPraise(reviewShare), window),
                        new WindowTrigger<>(kind, TestimonialGiven.class, _ -> true, window))
                .flatMap(rule -> rule.triggers(signals));
    }
}
