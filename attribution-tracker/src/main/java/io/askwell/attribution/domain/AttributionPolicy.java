package io.askwell.attribution.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * The numbers under which attribution is decided. Shares are decimals from 0 to 1 and every bound is inclusive.
 *
 * @param version name and version, for example {@code attribution-v1}
 * @param hash lower-case hex SHA-256 of the files that say so
 * @param weights what each kind of evidence is worth
 * @param conflictWithin a rival this close to the strongest claim makes a conflict
 * @param highFrom least strength for high confidence
 * @param highClearBy a rival this close to the strongest claim rules high confidence out
 * @param mediumFrom least strength for medium confidence
 * @param lateAfter a claim made longer than this after the first contact has low confidence at most
 * @param clickWindow how long after a click on a link a form still counts as filled in through it
 * @param velocity how many leads one referrer may name before a person looks
 * @param disposableDomains a maintained list beside the numbers
 */
public record AttributionPolicy(
        String version,
        String hash,
        Map<EvidenceKind, BigDecimal> weights,
        BigDecimal conflictWithin,
        BigDecimal highFrom,
        BigDecimal highClearBy,
        BigDecimal mediumFrom,
        Duration lateAfter,
        Duration clickWindow,
        VelocityLimit velocity,
        DisposableDomains disposableDomains) {

    public AttributionPolicy {
        weights = Map.copyOf(weights);
    }

    BigDecimal weight(EvidenceKind kind) {
        return Objects.requireNonNull(weights.get(kind), "the policy weighs every kind of evidence");
    }

    String decider() {
        return "policy " + version;
    }
}
