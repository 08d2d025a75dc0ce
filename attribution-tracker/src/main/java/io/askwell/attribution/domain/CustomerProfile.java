package io.askwell.attribution.domain;

import io.askwell.attribution.domain.matching.ComparableName;
import io.askwell.attribution.domain.matching.FreeDomains;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer as far as referrals are concerned.
 *
 * @param version grows with everything that is learned of the customer
 * @param since when the customer became one; as long as nobody said that, when the first signal happened
 * @param email canonical address of the contact
 * @param emailDomain registrable domain of that address
 */
public record CustomerProfile(
        String customerId,
        long version,
        Instant since,
        @Nullable String contactName,
        @Nullable String email,
        @Nullable String emailDomain,
        @Nullable String company) {

    /** Whether nothing that a referral is judged by differs. */
    public boolean saysTheSameAs(CustomerProfile other) {
        return equals(new CustomerProfile(
                other.customerId,
                version,
                other.since,
                other.contactName,
                other.email,
                other.emailDomain,
                other.company));
    }

    public Referrer referrer() {
        return Referrer.customer(customerId);
    }

    /** The id of a referrer who is known by the contact's address alone. */
    Optional<String> addressId() {
        return Optional.ofNullable(email).map(address -> Referrer.email(address).id());
    }

    /** Where the contact works; empty at a provider for everybody. */
    Optional<String> workDomain() {
        return Optional.ofNullable(emailDomain).filter(domain -> !FreeDomains.contains(domain));
    }

    Optional<String> comparableName() {
        return Optional.ofNullable(contactName).flatMap(ComparableName::ofPerson);
    }

    Optional<String> comparableCompany() {
        return Optional.ofNullable(company).flatMap(ComparableName::ofCompany);
    }
}
