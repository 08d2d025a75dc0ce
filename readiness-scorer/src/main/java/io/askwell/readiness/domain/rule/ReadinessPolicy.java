package io.askwell.readiness.domain.rule;

/**
 * The rules with their numbers. A policy whose numbers make no sense cannot be built: {@link SenselessPolicyException} says which
 * number, and what it must be.
 *
 * @param version name and version, for example readiness-v1
 */
public record ReadinessPolicy(
        String version,
        ScoringRules score,
        Bands bands,
        ConcernRules concerns,
        TooEarly tooEarly,
        TriggerRules triggers) {

    public ReadinessPolicy {
        Demand.that(!version.isBlank(), "version", "must not be blank");
    }
}
