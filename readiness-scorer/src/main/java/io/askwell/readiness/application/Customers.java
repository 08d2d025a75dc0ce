package io.askwell.readiness.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The customers of one partition, found by id or by the moment at which they are due. */
public interface Customers {

    Optional<Customer> find(String customerId);

    /** @param wasDueAt what was kept as due moment before */
    void keep(String customerId, Customer customer, @Nullable Instant wasDueAt);

    Optional<Instant> earliestDue();

    /** The customers that follow an id in the order of ids, at most so many. */
    List<String> after(String customerId, int most);

    /** Customers whose due moment has come, the longest overdue first, at most so many. */
    List<String> dueBy(Instant now, int most);
}
