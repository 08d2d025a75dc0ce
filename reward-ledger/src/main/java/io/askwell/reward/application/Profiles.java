package io.askwell.reward.application;

import io.askwell.reward.domain.CustomerProfile;
import io.askwell.reward.domain.Party;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Who the customers are, as far as rewards depend on it. */
public interface Profiles {

    /** @param asOf when this was known; what is older than what is kept changes nothing */
    void keep(String customerId, CustomerProfile profile, Instant asOf);

    /** Unknown for everybody who is no customer, and for a customer of whom nothing was told. */
    CustomerProfile of(Party party);

    /** Of those of whom something is known. */
    Map<Party, CustomerProfile> of(Collection<Party> parties);
}
