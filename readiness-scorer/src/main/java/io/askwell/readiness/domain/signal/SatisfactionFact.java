package io.askwell.readiness.domain.signal;

import java.math.BigDecimal;

/** How the customer likes it. */
public sealed interface SatisfactionFact extends Fact {

    /** @param score 0 to 10 */
    record NpsScored(int score) implements SatisfactionFact {}

    record CsatScored(BigDecimal score, BigDecimal scale) implements SatisfactionFact {
        public boolean reaches(BigDecimal share) {
            return atLeast(share, score, scale);
        }
    }

    record FeedbackReceived(boolean positive) implements SatisfactionFact {}

    record TestimonialGiven() implements SatisfactionFact {}

    record CaseStudyJoined() implements SatisfactionFact {}

    record ReviewPosted(BigDecimal rating, BigDecimal scale, boolean publiclyVisible) implements SatisfactionFact {
        public boolean isPraise(BigDecimal share) {
            return publiclyVisible && atLeast(share, rating, scale);
        }
    }

    record SocialMention(boolean positive) implements SatisfactionFact {}

    private static boolean atLeast(BigDecimal share, BigDecimal part, BigDecimal whole) {
        return part.compareTo(whole.multiply(share)) >= 0;
    }
}
