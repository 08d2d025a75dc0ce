package io.askwell.attribution.domain;

import java.util.Optional;

/** Who refers himself is not credited unless a person says so. */
final class OnlySelfReferrals implements AttributionRule {

    @Override
    public Optional<Attribution> decide(AttributionCase theCase) {
        return theCase.creditable().isEmpty()
                ? Optional.of(theCase.disputed("The only referrer is the lead, so a person has to look at it."))
                : Optional.empty();
    }
}
