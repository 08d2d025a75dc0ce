package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;

/** One thing that a person who looks at a referral should know about the customers it has to do with. */
interface FlagRule {

    /** Every rule is asked. */
    List<FlagRule> IN_ORDER =
            List.of(new SelfReferral(), new ExistingCustomer(), new UnknownReferrer(), new DuplicateReferrer());

    /** Empty when the rule has nothing to say about the case. */
    Optional<Flagged> raise(FlagCase theCase);

    static List<Flagged> raiseAll(FlagCase theCase) {
        return IN_ORDER.stream().flatMap(rule -> rule.raise(theCase).stream()).toList();
    }

    static List<String> evidence(List<CustomerProfile> customers) {
        return customers.stream()
                .map(customer -> "customer/" + customer.customerId())
                .toList();
    }
}
