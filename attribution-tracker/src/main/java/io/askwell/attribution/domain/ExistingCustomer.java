package io.askwell.attribution.domain;

import io.askwell.attribution.domain.matching.LeadMatcher;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The lead, or the company where the lead works, was a customer before anybody claimed to have referred it. A company is known
 * by a domain of its own; its name alone is not enough, and with it the person's has to agree. A referrer who is the lead is a
 * question of its own.
 */
final class ExistingCustomer implements FlagRule {

    @Override
    public Optional<Flagged> raise(FlagCase theCase) {
        LeadContact contact = LeadContact.of(theCase.history());
        return theCase.claims().stream()
                .map(Claim::madeAt)
                .min(Comparator.naturalOrder())
                .flatMap(firstClaim -> flagged(before(firstClaim, theCase, contact), contact));
    }

    private static List<CustomerProfile> before(Instant firstClaim, FlagCase theCase, LeadContact contact) {
        return theCase.history().customers().profiles().stream()
                .filter(customer -> customer.since().isBefore(firstClaim))
                .filter(customer -> isOfLead(customer, contact))
                .filter(customer -> theCase.claims().stream()
                        .noneMatch(claim ->
                                claim.isSelfReferral() && claim.referrer().equals(customer.referrer())))
                .toList();
    }

    private static boolean isOfLead(CustomerProfile customer, LeadContact contact) {
        return contact.hasAddressOf(customer)
                || contact.sharesWorkDomainWith(customer)
                || (contact.name() != null
                        && LeadMatcher.namesAreCompatible(contact.name(), customer.contactName())
                        && contact.worksAt(customer));
    }

    private static Optional<Flagged> flagged(List<CustomerProfile> customers, LeadContact contact) {
        return customers.stream()
                .min(Comparator.comparing(CustomerProfile::since).thenComparing(CustomerProfile::customerId))
                .map(earliest -> new Flagged(
                        Flag.EXISTING_CUSTOMER,
                        "The lead's %s is that of %s, a customer since %s and so before the first claim."
                                .formatted(
                                        inCommon(earliest, contact),
                                        earliest.referrer().described(),
                                        earliest.since()),
                        FlagRule.customers(customers)));
    }

    private static String inCommon(CustomerProfile customer, LeadContact contact) {
        if (contact.hasAddressOf(customer)) {
            return "address";
        }
        return contact.sharesWorkDomainWith(customer) ? "mail domain" : "name and company";
    }
}
