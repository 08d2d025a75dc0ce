package io.askwell.attribution.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * The customers who share a key with a lead's facts, as they were known when the lead was last looked at.
 *
 * @param profiles each customer once, the newest version, by id
 */
public record KnownCustomers(List<CustomerProfile> profiles) {

    public static final KnownCustomers NONE = new KnownCustomers(List.of());

    public KnownCustomers {
        Map<String, CustomerProfile> newest = new TreeMap<>();
        profiles.forEach(profile -> newest.merge(
                profile.customerId(),
                profile,
                BinaryOperator.maxBy(Comparator.comparingLong(CustomerProfile::version))));
        profiles = List.copyOf(newest.values());
    }

    public KnownCustomers and(KnownCustomers others) {
        return new KnownCustomers(Lists.concat(profiles, others.profiles));
    }

    Optional<CustomerProfile> customer(Referrer referrer) {
        return profiles.stream()
                .filter(profile -> profile.referrer().equals(referrer))
                .findFirst();
    }

    boolean knows(String customerId) {
        return profiles.stream().anyMatch(profile -> profile.customerId().equals(customerId));
    }

    /** @param addressId the id of a referrer who is known by an address */
    List<CustomerProfile> withAddress(String addressId) {
        return profiles.stream()
                .filter(profile -> profile.addressId().filter(addressId::equals).isPresent())
                .toList();
    }

    /**
     * Whose contact has the name. A company that the text gives tells namesakes apart, unless the customer's is not known.
     *
     * @param companies every reading of the company; none when the text gives none
     */
    List<CustomerProfile> withContact(String comparableName, List<String> companies) {
        return profiles.stream()
                .filter(profile ->
                        profile.comparableName().filter(comparableName::equals).isPresent())
                .filter(profile -> companies.isEmpty()
                        || profile.comparableCompany().map(companies::contains).orElse(true))
                .toList();
    }
}
