package io.askwell.attribution.domain;

import java.util.Optional;

/** A lead or a referrer on the block list gets nobody credited by policy. */
final class OnlyBlocked implements AttributionRule {

    @Override
    public Optional<Attribution> decide(AttributionCase theCase) {
        return theCase.creditable().isEmpty() && theCase.claims().stream().anyMatch(Claim::isBlocked)
                ? Optional.of(theCase.disputed("Lead or referrer is on the block list, so a person has to look at it."))
                : Optional.empty();
    }
}
