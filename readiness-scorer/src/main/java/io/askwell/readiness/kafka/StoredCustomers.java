package io.askwell.readiness.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.readiness.application.Customer;
import io.askwell.readiness.application.Customers;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The customers of one task, in two stores: by id, and an index by due moment whose keys begin with the time, so that what is due
 * is found without looking at anybody else.
 */
final class StoredCustomers implements Customers {

    private static final byte[] PRESENT = {};

    private final KeyValueStore<String, byte[]> byId;
    private final KeyValueStore<Bytes, byte[]> byDueMoment;

    /** Kept from customer to customer, because one thread at a time works for a task. */
    private final StoreBuffer buffer = new StoreBuffer(CustomerFormat.USUAL_BYTES);

    StoredCustomers(KeyValueStore<String, byte[]> byId, KeyValueStore<Bytes, byte[]> byDueMoment) {
        this.byId = byId;
        this.byDueMoment = byDueMoment;
    }

    @Override
    public Optional<Customer> find(String customerId) {
        return Optional.ofNullable(byId.get(customerId)).map(CustomerFormat::customer);
    }

    @Override
    public void keep(String customerId, Customer customer, @Nullable Instant wasDueAt) {
        byId.put(customerId, CustomerFormat.bytes(customer, buffer));
        if (Objects.equals(customer.dueAt(), wasDueAt)) {
            return;
        }
        if (wasDueAt != null) {
            byDueMoment.delete(key(wasDueAt, customerId));
        }
        if (customer.dueAt() != null) {
            byDueMoment.put(key(customer.dueAt(), customerId), PRESENT);
        }
    }

    @Override
    public List<String> after(String customerId, int most) {
        List<String> following = new ArrayList<>();
        try (var entries = byId.range(customerId, null)) {
            while (entries.hasNext() && following.size() < most) {
                String next = entries.next().key;
                if (!next.equals(customerId)) {
                    following.add(next);
                }
            }
        }
        return following;
    }

    @Override
    public Optional<Instant> earliestDue() {
        try (var entries = byDueMoment.all()) {
            return entries.hasNext()
                    ? Optional.of(Instant.ofEpochMilli(
                            ByteBuffer.wrap(entries.next().key.get()).getLong()))
                    : Optional.empty();
        }
    }

    @Override
    public List<String> dueBy(Instant now, int most) {
        var end = prefix(now.toEpochMilli() + 1);
        List<String> due = new ArrayList<>();
        try (var entries = byDueMoment.range(null, end)) {
            while (entries.hasNext() && due.size() < most) {
                byte[] key = entries.next().key.get();
                due.add(new String(key, Long.BYTES, key.length - Long.BYTES, UTF_8));
            }
        }
        return due;
    }

    /** Milliseconds, rounded up: a customer is never looked at before its moment. */
    private static Bytes key(Instant dueAt, String customerId) {
        byte[] id = customerId.getBytes(UTF_8);
        long millis = dueAt.plusNanos(999_999).toEpochMilli();
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + id.length)
                .putLong(millis)
                .put(id)
                .array());
    }

    private static Bytes prefix(long millis) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(millis).array());
    }
}
