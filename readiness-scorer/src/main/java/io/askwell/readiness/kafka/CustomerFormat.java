package io.askwell.readiness.kafka;

import io.askwell.readiness.application.Customer;
import io.askwell.readiness.application.LogPosition;
import io.askwell.readiness.domain.Standing;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.store.v1.StoredCustomer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/** Customers as the store keeps them. The bytes name their schema, so that a later version can still read them. */
public final class CustomerFormat {

    private final SignalFormat signals;

    public CustomerFormat(SignalFormat signals) {
        this.signals = signals;
    }

    byte[] bytes(Customer customer) {
        var stored = new StoredCustomer(
                StandingFormat.stored(customer.standing()),
                customer.signals().reports().map(signals::stored).toList(),
                customer.coveredThrough().partition(),
                customer.coveredThrough().offset(),
                customer.oldestDropped(),
                customer.published(),
                customer.dueAt());
        try {
            var buffer = StoredCustomer.getEncoder().encode(stored);
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Customer customer(byte[] bytes) {
        try {
            var stored = StoredCustomer.getDecoder().decode(bytes);
            List<Signal<?>> kept =
                    stored.getSignals().stream().map(signals::restored).collect(Collectors.toList());
            return new Customer(
                    StandingFormat.standing(stored.getStanding()),
                    CustomerSignals.of(kept),
                    new LogPosition(stored.getPartition(), stored.getOffset()),
                    stored.getOldestDropped(),
                    stored.getPublished(),
                    stored.getDueAt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the beginning of a customer and no further. */
    Standing standing(byte[] bytes) {
        return StandingFormat.ofCustomer(bytes);
    }
}
