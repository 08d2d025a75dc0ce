package io.askwell.attribution.application;

import io.askwell.attribution.domain.CustomerProfile;
import io.askwell.attribution.domain.CustomerSignals;
import java.util.Set;

/** What the signals of each customer say. Every method takes part in the transaction of its caller. */
public interface Customers {

    /** The signals of a customer, perhaps none, on whom nobody else works until the transaction ends. */
    CustomerSignals lock(String customerId);

    void keep(CustomerSignals signals, CustomerProfile profile);

    /**
     * Makes the customer known by the profile, and queues every referral to be judged again that shares a key with it, unless it is won
     * and all its rewards are settled. A fact that is being recorded under one of the keys is waited for.
     *
     * @param formerKeys by which the customer was known before
     * @param cause the signal
     */
    void makeKnown(CustomerProfile profile, Set<String> formerKeys, String cause);
}
