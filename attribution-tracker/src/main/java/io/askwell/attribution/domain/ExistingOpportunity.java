package io.askwell.attribution.domain;

import java.util.Optional;

/**
 * The CRM worked the lead, or had won it, before anybody claimed it. What had been lost or found unqualified by then is no
 * opportunity that somebody else opened.
 */
final class ExistingOpportunity implements FlagRule {

    @Override
    public Optional<Flagged> raise(FlagCase theCase) {
        Progress before = theCase.progressBeforeFirstClaim();
        return wasWorkedOn(before)
                ? Optional.of(new Flagged(
                        Flag.EXISTING_OPPORTUNITY,
                        "The CRM had the lead at %s before the first claim was made."
                                .formatted(Words.of(before.stage())),
                        FlagRule.refs(theCase.reportedBeforeFirstClaim())))
                : Optional.empty();
    }

    private static boolean wasWorkedOn(Progress before) {
        return switch (before.stage()) {
            case ACCEPTED, INTRO_MADE, MEETING_BOOKED, DEAL_CREATED, DEAL_WON, REFUNDED -> true;
            case SUBMITTED, DEAL_LOST, UNQUALIFIED -> false;
        };
    }
}
