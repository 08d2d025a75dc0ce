package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;

/** The address of the lead is at a domain whose addresses are thrown away after use. */
final class DisposableEmail implements FlagRule {

    @Override
    public Optional<Flagged> raise(FlagCase theCase) {
        List<LeadFact> naming = theCase.history().facts().stream()
                .sorted(LeadFact.IN_ORDER)
                .filter(fact -> isDisposable(fact, theCase.policy().disposableDomains()))
                .toList();
        return naming.isEmpty() || isAllowed(theCase)
                ? Optional.empty()
                : Optional.of(new Flagged(
                        Flag.DISPOSABLE_EMAIL,
                        "The lead's address is at a domain of disposable addresses.",
                        FlagRule.refs(naming)));
    }

    private static boolean isDisposable(LeadFact fact, DisposableDomains domains) {
        String address = fact.identity().email();
        return address != null && domains.haveAddress(address);
    }

    private static boolean isAllowed(FlagCase theCase) {
        boolean allReferrers = theCase.claims().stream().map(Claim::referrer).allMatch(theCase.listed()::isAllowed);
        return theCase.listed().isAllowedLead() || (!theCase.claims().isEmpty() && allReferrers);
    }
}
