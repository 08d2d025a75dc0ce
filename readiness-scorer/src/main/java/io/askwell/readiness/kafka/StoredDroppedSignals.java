package io.askwell.readiness.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.readiness.application.DroppedSignals;
import io.askwell.readiness.domain.DroppedSignal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Dropped signals in one store under two kinds of key: by name, and by the moment at which they are forgotten, so that those are
 * found without looking at the others.
 */
final class StoredDroppedSignals implements DroppedSignals {

    private static final byte BY_NAME = 'n';
    private static final byte BY_END = 'e';
    private static final int END_PREFIX = 1 + Long.BYTES;
    private static final byte[] PRESENT = {};

    private final KeyValueStore<Bytes, byte[]> store;

    StoredDroppedSignals(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    @Override
    public Optional<DroppedSignal> find(String customerId, String reference) {
        return find(name(customerId, reference));
    }

    @Override
    public void remember(String customerId, String reference, DroppedSignal dropped) {
        byte[] name = name(customerId, reference);
        store.put(Bytes.wrap(name), bytes(dropped));
        store.put(end(dropped.forgottenAt(), name), PRESENT);
    }

    @Override
    public void forget(Instant now, int most) {
        for (Bytes end : endedBy(now, most)) {
            byte[] key = end.get();
            byte[] name = ByteBuffer.allocate(key.length - END_PREFIX)
                    .put(key, END_PREFIX, key.length - END_PREFIX)
                    .array();
            // It may have been dropped again since, and then has a later end.
            find(name)
                    .filter(dropped -> !dropped.forgottenAt().isAfter(now))
                    .ifPresent(_ -> store.delete(Bytes.wrap(name)));
            store.delete(end);
        }
    }

    private List<Bytes> endedBy(Instant now, int most) {
        List<Bytes> ended = new ArrayList<>();
        try (var entries = store.range(end(Instant.EPOCH, new byte[0]), end(now, new byte[0]))) {
            while (entries.hasNext() && ended.size() < most) {
                ended.add(entries.next().key);
            }
        }
        return ended;
    }

    private Optional<DroppedSignal> find(byte[] name) {
        return Optional.ofNullable(store.get(Bytes.wrap(name))).map(StoredDroppedSignals::dropped);
    }

    /** The length comes first, so that no two pairs of ids read alike. */
    private static byte[] name(String customerId, String reference) {
        byte[] customer = customerId.getBytes(UTF_8);
        byte[] signal = reference.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + Integer.BYTES + customer.length + signal.length)
                .put(BY_NAME)
                .putInt(customer.length)
                .put(customer)
                .put(signal)
                .array();
    }

    /** Milliseconds, rounded up: nothing is forgotten before its time. */
    private static Bytes end(Instant at, byte[] name) {
        return Bytes.wrap(ByteBuffer.allocate(END_PREFIX + name.length)
                .put(BY_END)
                .putLong(Math.max(0, at.plusNanos(999_999).toEpochMilli()))
                .put(name)
                .array());
    }

    private static byte[] bytes(DroppedSignal dropped) {
        return ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(dropped.revision())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, dropped.occurredAt()))
                .array();
    }

    private static DroppedSignal dropped(byte[] bytes) {
        var content = ByteBuffer.wrap(bytes);
        return new DroppedSignal(content.getInt(), Instant.EPOCH.plus(content.getLong(), ChronoUnit.MICROS));
    }
}
