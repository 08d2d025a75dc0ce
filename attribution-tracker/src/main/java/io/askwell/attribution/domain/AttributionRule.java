package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;

/** One reason to decide an attribution. */
interface AttributionRule {

    /** The first that decides is followed. The last one always does. */
    List<AttributionRule> IN_ORDER = List.of(
            new PersonRuled(),
            new NobodyNamed(),
            new OnlyBlocked(),
            new OnlySelfReferrals(),
            new PartnerAgainstOthers(),
            new CloseRivals(),
            new StrongestClaim());

    /** Empty when this rule has nothing to say about the case. */
    Optional<Attribution> decide(AttributionCase theCase);

    static Attribution follow(AttributionCase theCase) {
        return IN_ORDER.stream()
                .flatMap(rule -> rule.decide(theCase).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last rule decides every case"));
    }
}
