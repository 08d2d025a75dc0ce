package io.askwell.readiness.kafka;

import static io.askwell.readiness.kafka.MemoryStores.store;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.application.Customer;
import io.askwell.readiness.application.LogPosition;
import io.askwell.readiness.domain.Standing;
import io.askwell.readiness.domain.signal.CustomerSignals;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredCustomersTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final StoredCustomers customers =
            new StoredCustomers(store("customers", Serdes.String()), store("due-moments", Serdes.Bytes()));

    @Test
    void theLongestOverdueComeFirstAndNoMoreThanAskedFor() {
        keep("late", NOON.minusSeconds(1), null);
        keep("latest", NOON, null);
        keep("longest", NOON.minusSeconds(9), null);
        keep("not yet", NOON.plusMillis(1), null);

        assertThat(customers.dueBy(NOON, 9)).containsExactly("longest", "late", "latest");
        assertThat(customers.dueBy(NOON, 2)).containsExactly("longest", "late");
    }

    @Test
    void nobodyIsDueBeforeTheMoment() {
        keep("C-1", NOON.plusNanos(1_000), null);

        assertThat(customers.dueBy(NOON, 9)).isEmpty();
        assertThat(customers.dueBy(NOON.plusMillis(1), 9)).containsExactly("C-1");
    }

    @Test
    void aMomentThatMovedLeavesNothingBehind() {
        keep("C-1", NOON, null);
        keep("C-1", NOON.plusSeconds(5), NOON);
        assertThat(customers.dueBy(NOON, 9)).isEmpty();
        assertThat(customers.dueBy(NOON.plusSeconds(5), 9)).containsExactly("C-1");

        keep("C-1", null, NOON.plusSeconds(5));

        assertThat(customers.dueBy(NOON.plusSeconds(5), 9)).isEmpty();
        assertThat(customers.find("C-1")).isPresent();
    }

    private void keep(String customerId, @Nullable Instant dueAt, @Nullable Instant wasDueAt) {
        var customer = new Customer(Standing.NONE, CustomerSignals.none(), new LogPosition(0, 0), null, "", dueAt);
        customers.keep(customerId, customer, wasDueAt);
    }
}
