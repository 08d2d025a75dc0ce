package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;

/** A referrer named the lead more than once. */
final class DuplicateSubmission implements FlagRule {

    @Override
    public Optional<Flagged> raise(FlagCase theCase) {
        List<Claim> repeated = theCase.claims().stream()
                .filter(claim -> claim.timesNamed() > 1)
                .toList();
        return repeated.stream()
                .findFirst()
                .map(claim -> new Flagged(
                        Flag.DUPLICATE_SUBMISSION,
                        "The lead was named %d times for %s."
                                .formatted(claim.timesNamed(), claim.referrer().described()),
                        FlagRule.refs(theCase.submissions().stream()
                                .filter(Submission::namesReferrer)
                                .filter(submission -> repeated.stream()
                                        .map(Claim::referrer)
                                        .anyMatch(theCase.identities()
                                                .resolve(submission.referrers().getFirst())::equals))
                                .toList())));
    }
}
