package io.askwell.ask.application;

import io.askwell.ask.domain.Customer;
import io.askwell.ask.domain.customer.AskingSignal;
import io.askwell.ask.domain.customer.Assessment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of customers. Changes demand a transaction. */
public interface Customers {

    /** Waits for the customer's lock, which lasts until the transaction ends. A customer is known from then on. */
    Customer lock(String customerId);

    /** Those who should be looked at, the longest due first. Demands no transaction. */
    List<String> due(Instant now, int most);

    Optional<Customer> find(String customerId);

    /** The latest assessment, which takes the place of one that was put aside. */
    void saveAssessment(String customerId, Assessment assessment);

    /** The scorer said something that could not be read. Nothing may leave until it is read, or said anew. */
    void saveUnreadAssessment(String customerId);

    boolean hasUnreadAssessment(String customerId);

    void saveSignal(String customerId, AskingSignal signal);

    /** Empty when only news can change anything. */
    void lookAgainAt(String customerId, Optional<Instant> moment);
}
