package io.askwell.readiness.application.replay;

/**
 * One customer under both policies.
 *
 * @param before under the active policy
 * @param after under the proposed one
 */
public record Comparison(String customerId, Verdict before, Verdict after) {

    boolean decisionChanges() {
        return before.decision() != after.decision();
    }

    /** Whether all that changes is the score or the reasons. */
    boolean onlyGroundsChange() {
        return !decisionChanges() && !before.equals(after);
    }
}
