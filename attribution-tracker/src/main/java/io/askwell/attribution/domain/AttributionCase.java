package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that an attribution is decided from.
 *
 * @param claims the strongest first
 * @param ruling the latest ruling of a person, with its referrers under the identities that are known now
 * @param firstContactAt when anything about the lead was first reported to have happened
 */
record AttributionCase(List<Claim> claims, @Nullable Ruling ruling, Instant firstContactAt, AttributionPolicy policy) {

    Optional<Ruling> latestRuling() {
        return Optional.ofNullable(ruling);
    }

    /** The claims that may win credit without a person, the strongest first. */
    List<Claim> creditable() {
        return claims.stream().filter(claim -> claim.flags().isEmpty()).toList();
    }

    Attribution disputed(String note) {
        return new Attribution.Disputed(note, policy.decider());
    }
}
