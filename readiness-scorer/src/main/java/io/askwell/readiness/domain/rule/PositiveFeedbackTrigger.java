package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.SatisfactionFact.CsatScored;
import io.askwell.readiness.domain.signal.SatisfactionFact.FeedbackReceived;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The customer praised us or was satisfied.
 *
 * @param csatShare the part of its scale that counts as satisfied
 */
public record PositiveFeedbackTrigger(BigDecimal csatShare, Duration window) {

    public PositiveFeedbackTrigger {
        Demand.share("csatShare", csatShare);
        Demand.positive("window", window);
    }

    TriggerRule ofFeedback() {
        return new WindowTrigger<>(
                Trigger.Kind.POSITIVE_FEEDBACK, FeedbackReceived.class, FeedbackReceived::positive, window);
    }

    TriggerRule ofCsat() {
        return new WindowTrigger<>(
                Trigger.Kind.POSITIVE_FEEDBACK, CsatScored.class, csat -> csat.reaches(csatShare), window);
    }
}
