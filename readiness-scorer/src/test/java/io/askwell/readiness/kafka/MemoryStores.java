package io.askwell.readiness.kafka;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Kafka's own stores, in memory and without a changelog. */
final class MemoryStores {

    private MemoryStores() {}

    static <K> KeyValueStore<K, byte[]> store(String name, Serde<K> keys) {
        return store(name, keys, Serdes.ByteArray());
    }

    static <K, V> KeyValueStore<K, V> store(String name, Serde<K> keys, Serde<V> values) {
        var store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), keys, values)
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<Void, Void>().getStateStoreContext(), store);
        return store;
    }
}
