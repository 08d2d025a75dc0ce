package io.askwell.reward.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who a customer is, as far as rewards depend on it.
 *
 * @param emailDomain registrable domain of the contact's address; null where none is known
 */
public record CustomerProfile(Segment segment, @Nullable String emailDomain) {

    /** Of somebody of whom nothing is known, or who is no customer. */
    public static final CustomerProfile UNKNOWN = new CustomerProfile(Segment.UNKNOWN, null);
}
