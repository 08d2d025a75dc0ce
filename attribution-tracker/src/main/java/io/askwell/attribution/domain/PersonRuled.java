package io.askwell.attribution.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a person ruled stands, until a claim comes that the person could not have seen and that would make a conflict. */
final class PersonRuled implements AttributionRule {

    @Override
    public Optional<Attribution> decide(AttributionCase theCase) {
        return theCase.latestRuling().map(ruling -> decide(theCase, ruling));
    }

    private static Attribution decide(AttributionCase theCase, Ruling ruling) {
        BigDecimal bar = strengthOfWhatWasSeen(theCase, ruling);
        List<Claim> challengers = theCase.creditable().stream()
                .filter(claim -> !ruling.seen().contains(claim.referrer()))
                .filter(claim ->
                        claim.isWithin(theCase.policy().conflictWithin(), bar) || involvesPartner(claim, ruling))
                .toList();
        if (!challengers.isEmpty()) {
            return theCase.disputed("Since the ruling of %s there is a new claim of %s."
                    .formatted(ruling.by(), challengers.getFirst().described()));
        }
        return new Attribution.Settled(ruling.credited(), note(ruling), ruling.by());
    }

    private static BigDecimal strengthOfWhatWasSeen(AttributionCase theCase, Ruling ruling) {
        return theCase.claims().stream()
                .filter(claim -> ruling.credited() == null
                        ? ruling.seen().contains(claim.referrer())
                        : claim.referrer().equals(ruling.credited()))
                .map(Claim::strength)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    private static boolean involvesPartner(Claim challenger, Ruling ruling) {
        Referrer credited = ruling.credited();
        return credited != null && (challenger.referrer().isPartner() || credited.isPartner());
    }

    private static String note(Ruling ruling) {
        Referrer credited = ruling.credited();
        return "%s credited %s: %s"
                .formatted(ruling.by(), credited == null ? "nobody" : credited.described(), ruling.reason());
    }
}
