package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;

/** A partner's claim beside another one is never settled by policy, however far apart the two are. */
final class PartnerAgainstOthers implements AttributionRule {

    @Override
    public Optional<Attribution> decide(AttributionCase theCase) {
        List<Claim> claims = theCase.creditable();
        boolean partnerHasRival = claims.size() > 1
                && claims.stream().anyMatch(claim -> claim.referrer().isPartner());
        return partnerHasRival
                ? Optional.of(theCase.disputed("A partner claims against another referrer: %s and %s."
                        .formatted(claims.get(0).described(), claims.get(1).described())))
                : Optional.empty();
    }
}
