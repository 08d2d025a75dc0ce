package io.askwell.attribution.domain;

import io.askwell.attribution.domain.matching.ComparableName;
import io.askwell.attribution.domain.matching.FreeDomains;
import io.askwell.attribution.domain.matching.WorkDomains;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be compared of a lead with a customer, from everything that was said about the lead.
 *
 * @param addressIds the ids that referrers with the lead's addresses would have
 * @param companies as they are compared
 * @param domains where the lead works, and those above them
 */
record LeadContact(@Nullable String name, Set<String> addressIds, Set<String> companies, Set<String> domains) {

    static LeadContact of(LeadHistory history) {
        Set<String> addresses = history.facts().stream()
                .map(fact -> fact.lead().email())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new LeadContact(
                history.lead().name(),
                addresses.stream().map(address -> Referrer.email(address).id()).collect(Collectors.toSet()),
                history.facts().stream()
                        .flatMap(fact -> Stream.ofNullable(fact.lead().company()))
                        .flatMap(company -> ComparableName.ofCompany(company).stream())
                        .collect(Collectors.toSet()),
                Stream.concat(
                                addresses.stream().flatMap(address -> WorkDomains.above(address).stream()),
                                history.facts().stream()
                                        .flatMap(fact ->
                                                Stream.ofNullable(fact.lead().website()))
                                        .filter(site -> !FreeDomains.contains(site)))
                        .collect(Collectors.toSet()));
    }

    boolean hasAddressOf(CustomerProfile customer) {
        return customer.addressId().filter(addressIds::contains).isPresent();
    }

    boolean sharesWorkDomainWith(CustomerProfile customer) {
        return customer.workDomain().filter(domains::contains).isPresent();
    }

    boolean worksAt(CustomerProfile customer) {
        return sharesWorkDomainWith(customer)
                || customer.comparableCompany().filter(companies::contains).isPresent();
    }
}
