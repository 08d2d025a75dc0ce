package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.SatisfactionFact.ReviewPosted;
import io.askwell.readiness.domain.signal.SatisfactionFact.SocialMention;
import io.askwell.readiness.domain.signal.SatisfactionFact.TestimonialGiven;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The customer spoke well of us where others could hear it.
 *
 * @param reviewShare the part of its scale that a review must reach
 */
public record PublicPraiseTrigger(BigDecimal reviewShare, Duration window) {

    public PublicPraiseTrigger {
        Demand.share("reviewShare", reviewShare);
        Demand.positive("window", window);
    }

    TriggerRule ofMention() {
        return new WindowTrigger<>(Trigger.Kind.PUBLIC_PRAISE, SocialMention.class, SocialMention::positive, window);
    }

    TriggerRule ofReview() {
        return new WindowTrigger<>(
                Trigger.Kind.PUBLIC_PRAISE, ReviewPosted.class, review -> review.isPraise(reviewShare), window);
    }

    TriggerRule ofTestimonial() {
        return new WindowTrigger<>(Trigger.Kind.PUBLIC_PRAISE, TestimonialGiven.class, _ -> true, window);
    }
}
