package io.askwell.readiness.application;

import io.askwell.readiness.domain.Standing;
import io.askwell.readiness.domain.signal.CustomerSignals;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a customer.
 *
 * @param standing as of the last assessment
 * @param coveredThrough the last signal of the customer that was read
 * @param oldestDropped when the oldest signal occurred that is no longer kept; null while all are
 * @param published fingerprint of the assessment that was published last
 * @param dueAt when time alone may next change the assessment; null when never
 */
public record Customer(
        Standing standing,
        CustomerSignals signals,
        LogPosition coveredThrough,
        @Nullable Instant oldestDropped,
        String published,
        @Nullable Instant dueAt) {

    private static final String NOTHING = "";

    static Customer unknown(LogPosition position) {
        return new Customer(Standing.NONE, CustomerSignals.none(), position, null, NOTHING, null);
    }

    Customer after(LogPosition position) {
        return new Customer(standing, signals, position, oldestDropped, published, dueAt);
    }

    Customer with(CustomerSignals more) {
        return new Customer(standing, more, coveredThrough, oldestDropped, published, dueAt);
    }

    Customer havingDropped(Instant occurredAt) {
        boolean isOlder = oldestDropped == null || occurredAt.isBefore(oldestDropped);
        return isOlder ? new Customer(standing, signals, coveredThrough, occurredAt, published, dueAt) : this;
    }

    Customer assessed(Standing nextStanding, String fingerprint, @Nullable Instant nextDueAt) {
        return new Customer(nextStanding, signals, coveredThrough, oldestDropped, fingerprint, nextDueAt);
    }
}
