package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.Concern;
import io.askwell.readiness.domain.rule.Reason;
import io.askwell.readiness.domain.rule.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of a customer. Two assessments are equal when nothing changed in between; when they were made is no part of
 * them.
 *
 * @param score 0 to 100
 * @param band what the score alone would say
 * @param openTriggers the earliest close first
 * @param reasons empty for ask_now and soft_mention
 * @param lastConcernAt when the latest opening of any concern, closed since or not, was accepted
 */
public record Assessment(
        Readiness decision,
        int score,
        Readiness band,
        List<Contribution> contributions,
        List<Concern> concerns,
        List<Trigger> openTriggers,
        List<Reason> reasons,
        @Nullable Instant lastConcernAt,
        CustomerFacts facts,
        List<Success> successes,
        @Nullable MentionedPeer peer) {

    /** The trigger that decides how long an ask may take: whatever the decision, the one that closes first. */
    public Optional<Trigger> trigger() {
        return openTriggers.stream().findFirst();
    }
}
