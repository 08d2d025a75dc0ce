package io.askwell.attribution.domain;

import io.askwell.attribution.domain.matching.LeadMatcher;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether somebody who claims to have referred a lead is the lead. */
final class LeadAsReferrer {

    private final LeadContact contact;
    private final KnownCustomers customers;

    LeadAsReferrer(LeadHistory history) {
        this.contact = LeadContact.of(history);
        this.customers = history.customers();
    }

    /**
     * How it can be seen, in a sentence; empty when it cannot.
     *
     * @param naming the submissions that name the referrer
     */
    Optional<String> shownBy(Referrer referrer, List<Submission> naming) {
        if (givesAddressOfLead(referrer, naming)) {
            return Optional.of("The lead's own address was given as that of the referrer.");
        }
        return customers.customer(referrer).flatMap(this::shownBy);
    }

    private boolean givesAddressOfLead(Referrer referrer, List<Submission> naming) {
        Set<String> given = Stream.concat(
                        Stream.of(referrer), naming.stream().flatMap(submission -> submission.referrers().stream()))
                .filter(identity -> identity.kind() == ReferrerKind.EMAIL)
                .map(Referrer::id)
                .collect(Collectors.toSet());
        return naming.stream().anyMatch(Submission::selfReferral)
                || contact.addressIds().stream().anyMatch(given::contains);
    }

    private Optional<String> shownBy(CustomerProfile customer) {
        if (contact.hasAddressOf(customer)) {
            return Optional.of("The lead has the address of %s."
                    .formatted(customer.referrer().described()));
        }
        boolean samePerson = contact.name() != null
                && LeadMatcher.namesAreCompatible(contact.name(), customer.contactName())
                && contact.worksAt(customer);
        return samePerson
                ? Optional.of("The lead has name and company of the contact of %s."
                        .formatted(customer.referrer().described()))
                : Optional.empty();
    }
}
