package io.askwell.readiness.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.readiness.application.HeldCustomers;
import io.askwell.readiness.application.InstanceAddresses;
import io.askwell.readiness.application.KeptSignals;
import io.askwell.readiness.domain.Standing;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.event.KeyPartition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The customers of the partitions that this instance holds, for reading alone, and where the others are. */
public final class CustomerStores implements KeptSignals, HeldCustomers, InstanceAddresses {

    private final ScorerStreams streams;
    private final HostInfo self;

    /** @param advertised host:port under which the group knows this instance */
    public CustomerStores(ScorerStreams streams, String advertised) {
        this.streams = streams;
        this.self = HostInfo.buildFromEndpoint(advertised);
    }

    /** What is here is answered from here, whatever the group last told of who holds it. */
    @Override
    public Lookup of(String customerId) {
        return streams.serving().map(serving -> of(customerId, serving)).orElseGet(Unavailable::new);
    }

    @Override
    public Set<Integer> partitions() {
        return streams.serving()
                .map(CustomerStores::held)
                .map(Map::keySet)
                .map(Set::copyOf)
                .orElse(Set.of());
    }

    @Override
    public Optional<Set<Integer>> visit(BiConsumer<String, Standing> visitor) {
        return streams.serving().map(CustomerStores::held).flatMap(held -> {
            try {
                held.values().forEach(store -> visit(store, visitor));
                return Optional.of(held.keySet());
            } catch (InvalidStateStoreException movedMeanwhile) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Set<String> others() {
        return streams.serving().stream()
                .flatMap(serving -> serving.metadataForAllStreamsClients().stream())
                .filter(instance -> !instance.topicPartitions().isEmpty())
                .map(StreamsMetadata::hostInfo)
                .filter(host -> !host.equals(self))
                .map(CustomerStores::address)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void visit(ReadOnlyKeyValueStore<String, byte[]> store, BiConsumer<String, Standing> visitor) {
        try (var customers = store.all()) {
            customers.forEachRemaining(
                    customer -> visitor.accept(customer.key, CustomerFormat.standing(customer.value)));
        }
    }

    /** The stores that can be read now, by partition. Who needs all partitions sees which are missing. */
    private static Map<Integer, ReadOnlyKeyValueStore<String, byte[]>> held(KafkaStreams serving) {
        var held = new HashMap<Integer, ReadOnlyKeyValueStore<String, byte[]>>();
        IntStream.range(0, TopicCatalogue.SIGNALS.partitions())
                .forEach(partition -> storeIfHeld(partition, serving).ifPresent(store -> held.put(partition, store)));
        return held;
    }

    private static Optional<ReadOnlyKeyValueStore<String, byte[]>> storeIfHeld(int partition, KafkaStreams serving) {
        try {
            var store = store(partition, serving);
            // Streams hands out a store of any partition, and says that it is not here only when it is read.
            store.approximateNumEntries();
            return Optional.of(store);
        } catch (InvalidStateStoreException restoringOrElsewhere) {
            return Optional.empty();
        }
    }

    private Lookup of(String customerId, KafkaStreams serving) {
        int partition = KeyPartition.of(customerId.getBytes(UTF_8), TopicCatalogue.SIGNALS.partitions());
        try {
            byte[] kept = store(partition, serving).get(customerId);
            return kept == null
                    ? new NeverSeen()
                    : new Found(CustomerFormat.customer(kept).signals());
        } catch (InvalidStateStoreException restoringOrElsewhere) {
            return holder(partition, serving);
        }
    }

    private Lookup holder(int partition, KafkaStreams serving) {
        var signals = new TopicPartition(TopicCatalogue.SIGNALS.name(), partition);
        return serving.metadataForAllStreamsClients().stream()
                .filter(instance -> instance.topicPartitions().contains(signals))
                .map(StreamsMetadata::hostInfo)
                .filter(holder -> !holder.equals(self))
                .findFirst()
                .<Lookup>map(holder -> new HeldBy(address(holder)))
                .orElseGet(Unavailable::new);
    }

    private static String address(HostInfo instance) {
        return Utils.formatAddress(instance.host(), instance.port());
    }

    /** Asking for the one partition tells "never seen" from "not here". */
    private static ReadOnlyKeyValueStore<String, byte[]> store(int partition, KafkaStreams serving) {
        return serving.store(StoreQueryParameters.fromNameAndType(
                        ReadinessTopology.CUSTOMERS, QueryableStoreTypes.<String, byte[]>keyValueStore())
                .withPartition(partition));
    }
}
