package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;

/** Two claims of about the same strength are a conflict. */
final class CloseRivals implements AttributionRule {

    @Override
    public Optional<Attribution> decide(AttributionCase theCase) {
        List<Claim> claims = theCase.creditable();
        if (claims.size() < 2) {
            return Optional.empty();
        }
        Claim strongest = claims.get(0);
        Claim rival = claims.get(1);
        return rival.isWithin(theCase.policy().conflictWithin(), strongest.strength())
                ? Optional.of(theCase.disputed("Two claims are about equally strong: %s and %s."
                        .formatted(strongest.described(), rival.described())))
                : Optional.empty();
    }
}
