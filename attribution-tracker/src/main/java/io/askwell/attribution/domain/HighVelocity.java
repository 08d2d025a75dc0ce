package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;

/** A referrer named more leads in a short time than people do by hand. */
final class HighVelocity implements FlagRule {

    @Override
    public Optional<Flagged> raise(FlagCase theCase) {
        List<Submission> hurried = hurried(theCase);
        VelocityLimit limit = theCase.policy().velocity();
        return hurried.isEmpty()
                ? Optional.empty()
                : Optional.of(new Flagged(
                        Flag.VELOCITY,
                        "Its referrer had named %d other leads within %d hours."
                                .formatted(limit.mostLeads(), limit.within().toHours()),
                        FlagRule.refs(hurried)));
    }

    static List<Submission> hurried(FlagCase theCase) {
        return theCase.namingUnlisted()
                .filter(submission ->
                        theCase.history().circumstances().hurried().contains(submission.id()))
                .toList();
    }
}
