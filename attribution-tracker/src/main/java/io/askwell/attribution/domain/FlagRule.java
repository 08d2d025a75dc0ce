package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;

/** One thing that a person who looks at a referral should know. */
interface FlagRule {

    /** Every rule is asked; the order is that in which flags are shown. */
    List<FlagRule> IN_ORDER = List.of(
            new DuplicateSubmission(),
            new SelfReferral(),
            new BridgesRecords(),
            new NoIdentity(),
            new RefundInOtherCurrency(),
            new ExistingCustomer(),
            new UnknownReferrer(),
            new DuplicateReferrer(),
            new ExistingOpportunity(),
            new DisposableEmail(),
            new SameDomainAsReferrer(),
            new HighVelocity(),
            new OnBlockList());

    /** Empty when the rule has nothing to say about the case. */
    Optional<Flagged> raise(FlagCase theCase);

    static List<Flagged> raiseAll(FlagCase theCase) {
        return IN_ORDER.stream().flatMap(rule -> rule.raise(theCase).stream()).toList();
    }

    static List<String> customers(List<CustomerProfile> customers) {
        return customers.stream()
                .map(customer -> "customer/" + customer.customerId())
                .toList();
    }

    /** Every fact that supports one of the claims. */
    static List<String> evidenceOf(List<Claim> claims) {
        return claims.stream()
                .flatMap(claim -> claim.evidence().stream())
                .map(piece -> piece.ref().text())
                .distinct()
                .toList();
    }

    static List<String> refs(List<? extends LeadFact> facts) {
        return facts.stream().map(fact -> fact.id().text()).toList();
    }
}
