package io.askwell.attribution.domain;

import java.util.Optional;

/** Without a claim there is nobody to credit. */
final class NobodyNamed implements AttributionRule {

    @Override
    public Optional<Attribution> decide(AttributionCase theCase) {
        return theCase.claims().isEmpty()
                ? Optional.of(new Attribution.Unclaimed(
                        "Nobody was named as referrer.", theCase.policy().decider()))
                : Optional.empty();
    }
}
