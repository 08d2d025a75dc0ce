package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;

/** Somebody who claims to have referred the lead is the lead. */
final class SelfReferral implements FlagRule {

    @Override
    public Optional<Flagged> raise(FlagCase theCase) {
        List<Claim> own =
                theCase.claims().stream().filter(Claim::isSelfReferral).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        Claim first = own.getFirst();
        String because = new LeadAsReferrer(theCase.history())
                .shownBy(
                        first.referrer(),
                        theCase.submissions().stream()
                                .filter(submission -> first.evidence().stream()
                                        .anyMatch(piece -> piece.ref().equals(submission.id())))
                                .toList())
                .orElse("A referrer is the lead.");
        return Optional.of(new Flagged(Flag.SELF_REFERRAL, because, FlagRule.evidenceOf(own)));
    }
}
