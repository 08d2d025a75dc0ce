package io.askwell.ask.application;

import io.askwell.ask.domain.Customer;
import io.askwell.ask.domain.customer.AskingSignal;
import io.askwell.ask.domain.customer.Assessment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of customers. Changes demand a transaction. */
public interface Customers {

    /** Waits for the customer's lock, which lasts until the transaction ends. A customer is known from then on. */
    Customer lock(String customerId);

    /** As {@link #lock}, for all of them, in one order that all who lock several keep. */
    Map<String, Customer> lockAll(Collection<String> customerIds);

    /** Those who should be looked at, the longest due first. Demands no transaction. */
    List<String> due(Instant now, int most);

    Optional<Customer> find(String customerId);

    /** Their latest assessments, which take the place of those that were put aside. */
    void saveAssessed(Collection<Assessed> assessed);

    /** The scorer said something that could not be read. Nothing may leave until it is read, or said anew. */
    void saveUnreadAssessment(String customerId);

    boolean hasUnreadAssessment(String customerId);

    void saveSignal(String customerId, AskingSignal signal);

    /** Empty when only news can change anything. */
    void lookAgainAt(String customerId, Optional<Instant> moment);

    /** @param lookAgainAt empty when only news can change anything */
    record Assessed(String customerId, Assessment assessment, Optional<Instant> lookAgainAt) {}
}
