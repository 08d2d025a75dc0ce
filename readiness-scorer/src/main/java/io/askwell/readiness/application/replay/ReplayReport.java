package io.askwell.readiness.application.replay;

import io.askwell.readiness.application.StampedPolicy;
import io.askwell.readiness.domain.Readiness;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What would change under the proposed policy.
 *
 * @param at the moment at which everybody was assessed under both
 * @param signals how many were counted, repetitions included
 * @param acceptedLater how many were not, because they came after the moment
 * @param passedOver how many records the scorer does not count either, by reason
 * @param changes of decisions, in the order of the decisions
 * @param onlyGroundsChange how many customers keep their decision with another score or other reasons
 */
public record ReplayReport(
        Instant at,
        PolicyName active,
        PolicyName proposed,
        long signals,
        long acceptedLater,
        Map<String, Long> passedOver,
        long customers,
        List<Change> changes,
        long onlyGroundsChange) {

    /** @param hash lower-case hexadecimal SHA-256 of the policy file */
    public record PolicyName(String version, String hash) {

        static PolicyName of(StampedPolicy policy) {
            return new PolicyName(policy.version(), policy.hash());
        }
    }

    /**
     * @param customers how many change so
     * @param examples the first few of them in the log
     */
    public record Change(Readiness from, Readiness to, long customers, List<Comparison> examples) {}
}
