package io.askwell.readiness.application.replay;

import io.askwell.readiness.domain.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A log in memory. */
final class RememberedSignals implements RecordedSignals {

    private record Told(String customerId, Signal<?> signal) {}

    private final TreeMap<Integer, List<Consumer<Reader>>> partitions = new TreeMap<>();
    private final List<Told> told = new ArrayList<>();

    void add(int partition, String customerId, Signal<?> signal) {
        told.add(new Told(customerId, signal));
        records(partition).add(reader -> reader.signal(customerId, signal));
    }

    void passOver(int partition, String reason) {
        records(partition).add(reader -> reader.passedOver(reason));
    }

    List<Signal<?>> of(String customerId) {
        return told.stream()
                .filter(one -> one.customerId().equals(customerId))
                .<Signal<?>>map(Told::signal)
                .toList();
    }

    @Override
    public List<Partition> partitions() {
        return partitions.entrySet().stream()
                .map(entry -> new Partition(entry.getKey(), 0, entry.getValue().size()))
                .toList();
    }

    @Override
    public void read(Partition partition, Reader reader) {
        records(partition.number()).forEach(record -> record.accept(reader));
        reader.reached(partition.until());
    }

    private List<Consumer<Reader>> records(int partition) {
        return partitions.computeIfAbsent(partition, _ -> new ArrayList<>());
    }
}
