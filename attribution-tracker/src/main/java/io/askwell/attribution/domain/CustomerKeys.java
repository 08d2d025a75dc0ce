package io.askwell.attribution.domain;

import io.askwell.attribution.domain.matching.ComparableName;
import io.askwell.attribution.domain.matching.FreeDomains;
import io.askwell.attribution.domain.matching.WorkDomains;
import io.askwell.attribution.domain.note.Candidate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what customers and the facts that they concern find each other. Keys are pseudonyms; those of a fact are all that any of
 * its rules compares, so a customer who shares none with it says nothing about it.
 */
public final class CustomerKeys {

    private CustomerKeys() {}

    /** By what customers find the facts that they concern. */
    public static Set<String> of(CustomerProfile profile) {
        Set<String> keys = new TreeSet<>(Set.of(id(profile.customerId())));
        profile.addressId().map(CustomerKeys::address).ifPresent(keys::add);
        profile.workDomain().map(CustomerKeys::domain).ifPresent(keys::add);
        profile.comparableName().map(CustomerKeys::person).ifPresent(keys::add);
        profile.comparableCompany().map(CustomerKeys::company).ifPresent(keys::add);
        return Set.copyOf(keys);
    }

    /** By what facts find the customers who concern them. */
    public static Set<String> of(Collection<? extends LeadFact> facts) {
        return facts.stream().flatMap(CustomerKeys::keys).collect(Collectors.toUnmodifiableSet());
    }

    /** By what a record finds the customers who concern it. */
    public static Set<String> of(LeadHistory history) {
        return Stream.concat(of(history.facts()).stream(), of(history.links()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By what the owners of links are found. */
    public static Set<String> of(Links links) {
        return links.owners().stream().flatMap(CustomerKeys::referrer).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> keys(LeadFact fact) {
        return switch (fact) {
            case Submission submission ->
                Stream.of(
                                lead(submission.lead()),
                                submission.referrers().stream().flatMap(CustomerKeys::referrer),
                                submission.mentions().stream()
                                        .flatMap(mention -> mention.candidates().stream())
                                        .map(CustomerKeys::candidate))
                        .flatMap(keys -> keys);
            case StageReport report -> lead(report.lead());
        };
    }

    private static Stream<String> lead(Lead lead) {
        Optional<String> email = Optional.ofNullable(lead.email());
        return Stream.of(
                        email.map(Referrer::email).map(Referrer::id).map(CustomerKeys::address).stream(),
                        email.map(WorkDomains::above).stream()
                                .flatMap(List::stream)
                                .map(CustomerKeys::domain),
                        Optional.ofNullable(lead.website())
                                .filter(site -> !FreeDomains.contains(site))
                                .map(CustomerKeys::domain)
                                .stream(),
                        Optional.ofNullable(lead.company())
                                .flatMap(ComparableName::ofCompany)
                                .map(CustomerKeys::company)
                                .stream())
                .flatMap(keys -> keys);
    }

    private static Stream<String> referrer(Referrer referrer) {
        return switch (referrer.kind()) {
            case CUSTOMER -> Stream.of(id(referrer.id()));
            case EMAIL -> Stream.of(address(referrer.id()));
            case PARTNER, LINK -> Stream.empty();
        };
    }

    private static String candidate(Candidate candidate) {
        return switch (candidate) {
            case Candidate.Address address -> address(address.address());
            case Candidate.CustomerId customer -> id(customer.customerId());
            case Candidate.Person person -> person(person.name());
        };
    }

    private static String id(String customerId) {
        return Pseudonym.of("customer:" + customerId);
    }

    private static String address(String addressId) {
        return Pseudonym.of("email:" + addressId);
    }

    private static String domain(String domain) {
        return Pseudonym.of("domain:" + domain);
    }

    private static String person(String comparableName) {
        return Pseudonym.of("person:" + comparableName);
    }

    private static String company(String comparableName) {
        return Pseudonym.of("company:" + comparableName);
    }
}
