package io.askwell.attribution.domain;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one referrer can show for a referral.
 *
 * @param claimId the same for the same referral and referrer whenever it is derived
 * @param strength 0 to 1
 * @param evidence in the order in which it happened
 * @param madeAt when the referrer was first named
 * @param timesNamed how many submissions name the referrer
 * @param domains registrable domains of the addresses that the submissions give for the referrer
 * @param flags what keeps it from being credited without a person: {@link Flag#SELF_REFERRAL} and {@link Flag#BLOCKED}
 */
public record Claim(
        UUID claimId,
        Referrer referrer,
        BigDecimal strength,
        List<Evidence> evidence,
        Instant madeAt,
        int timesNamed,
        Set<String> domains,
        Set<Flag> flags) {

    public Claim {
        evidence = List.copyOf(evidence);
        domains = Set.copyOf(domains);
        flags = Set.copyOf(flags);
    }

    public static UUID id(UUID referralId, Referrer referrer) {
        String name = "claim\n%s\n%s\n%s".formatted(referralId, referrer.kind(), referrer.id());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isSelfReferral() {
        return flags.contains(Flag.SELF_REFERRAL);
    }

    public boolean isBlocked() {
        return flags.contains(Flag.BLOCKED);
    }

    /** Whether this claim is at most so much weaker than that strength. */
    boolean isWithin(BigDecimal distance, BigDecimal ofStrength) {
        return ofStrength.subtract(strength).compareTo(distance) <= 0;
    }

    /** For people, for example {@code customer C-100 (0.7 from form)}. */
    String described() {
        return "%s (%s from %s)"
                .formatted(
                        referrer.described(),
                        strength.toPlainString(),
                        evidence.stream()
                                .map(piece -> Words.of(piece.kind()))
                                .distinct()
                                .collect(Collectors.joining(", ")));
    }
}
