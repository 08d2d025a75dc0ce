package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two customers who claim the lead have one address: perhaps they are one referrer, under two accounts. Credit for both would
 * be lost if they were joined wrongly, so a person is only told.
 */
final class DuplicateReferrer implements FlagRule {

    @Override
    public Optional<Flagged> raise(FlagCase theCase) {
        List<CustomerProfile> claiming = theCase.claims().stream()
                .flatMap(claim -> theCase.history().customers().customer(claim.referrer()).stream())
                .filter(customer -> customer.email() != null)
                .toList();
        List<CustomerProfile> alike = claiming.stream()
                .filter(one -> claiming.stream()
                        .anyMatch(other -> !other.customerId().equals(one.customerId())
                                && other.addressId().equals(one.addressId())))
                .sorted((one, other) -> one.customerId().compareTo(other.customerId()))
                .toList();
        return alike.isEmpty()
                ? Optional.empty()
                : Optional.of(new Flagged(
                        Flag.DUPLICATE_REFERRER,
                        "The contacts of %s have one address; perhaps they are one referrer."
                                .formatted(alike.stream()
                                        .map(customer -> customer.referrer().described())
                                        .collect(Collectors.joining(", "))),
                        FlagRule.customers(alike)));
    }
}
