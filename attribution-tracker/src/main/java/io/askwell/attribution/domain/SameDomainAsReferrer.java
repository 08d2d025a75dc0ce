package io.askwell.attribution.domain;

import io.askwell.attribution.domain.matching.FreeDomains;
import java.util.List;
import java.util.Optional;

/** Lead and referrer have addresses at one firm. Who gives one address for both is a self-referral, which says more. */
final class SameDomainAsReferrer implements FlagRule {

    @Override
    public Optional<Flagged> raise(FlagCase theCase) {
        List<Submission> among = theCase.namingUnlisted()
                .filter(SameDomainAsReferrer::isAmongColleagues)
                .toList();
        return among.isEmpty()
                ? Optional.empty()
                : Optional.of(new Flagged(
                        Flag.SAME_DOMAIN_AS_REFERRER,
                        "Lead and referrer have addresses at the same domain, which is not one where anybody has them.",
                        FlagRule.refs(among)));
    }

    private static boolean isAmongColleagues(Submission submission) {
        String domain = submission.emailDomain();
        return domain != null
                && !submission.selfReferral()
                && domain.equals(submission.referrerDomain())
                && !FreeDomains.contains(domain);
    }
}
