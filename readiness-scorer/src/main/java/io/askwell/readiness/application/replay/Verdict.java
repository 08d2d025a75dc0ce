package io.askwell.readiness.application.replay;

import io.askwell.readiness.domain.Assessment;
import io.askwell.readiness.domain.Readiness;
import io.askwell.readiness.domain.rule.Reason;
import java.util.List;

/**
 * What a policy says of a customer, in short.
 *
 * @param reasons their codes
 */
public record Verdict(Readiness decision, int score, List<String> reasons) {

    static Verdict of(Assessment assessment) {
        return new Verdict(
                assessment.decision(),
                assessment.score(),
                assessment.reasons().stream().map(Reason::code).toList());
    }
}
