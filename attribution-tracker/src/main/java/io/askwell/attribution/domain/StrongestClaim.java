package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;

/** The strongest claim gets the credit, with a confidence that says how clear the case is. */
final class StrongestClaim implements AttributionRule {

    @Override
    public Optional<Attribution> decide(AttributionCase theCase) {
        Claim strongest = theCase.creditable().getFirst();
        boolean late = isLate(strongest, theCase);
        return Optional.of(new Attribution.Attributed(
                strongest.referrer(),
                late ? Confidence.LOW : confidence(strongest, theCase),
                note(strongest, late, theCase),
                theCase.policy().decider()));
    }

    private static boolean isLate(Claim claim, AttributionCase theCase) {
        return claim.madeAt()
                .isAfter(theCase.firstContactAt().plus(theCase.policy().lateAfter()));
    }

    private static Confidence confidence(Claim strongest, AttributionCase theCase) {
        AttributionPolicy policy = theCase.policy();
        if (strongest.strength().compareTo(policy.highFrom()) >= 0 && isClear(strongest, theCase)) {
            return Confidence.HIGH;
        }
        return strongest.strength().compareTo(policy.mediumFrom()) >= 0 ? Confidence.MEDIUM : Confidence.LOW;
    }

    private static boolean isClear(Claim strongest, AttributionCase theCase) {
        return theCase.creditable().stream()
                .skip(1)
                .noneMatch(rival -> rival.isWithin(theCase.policy().highClearBy(), strongest.strength()));
    }

    private static String note(Claim strongest, boolean late, AttributionCase theCase) {
        List<Claim> creditable = theCase.creditable();
        String rivals = creditable.size() == 1
                ? "no other referrer was named"
                : "the next is " + creditable.get(1).described();
        String lateness = late
                ? "; it was made more than %d days after the first contact"
                        .formatted(theCase.policy().lateAfter().toDays())
                : "";
        return "The strongest claim is that of %s; %s%s.".formatted(strongest.described(), rivals, lateness);
    }
}
