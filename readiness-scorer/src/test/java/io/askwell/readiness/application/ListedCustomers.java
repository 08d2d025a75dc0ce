package io.askwell.readiness.application;

import io.askwell.readiness.domain.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The customers of an instance as a list, which counts how often it is visited. */
public final class ListedCustomers implements HeldCustomers {

    final Map<String, Standing> customers = new HashMap<>();
    final Set<Integer> partitions = new HashSet<>();
    Runnable duringVisit = () -> {};
    boolean moving;
    int visits;

    public static ListedCustomers of(Set<Integer> partitions) {
        var customers = new ListedCustomers();
        customers.partitions.addAll(partitions);
        return customers;
    }

    @Override
    public Set<Integer> partitions() {
        return Set.copyOf(partitions);
    }

    @Override
    public Optional<Set<Integer>> visit(BiConsumer<String, Standing> visitor) {
        visits++;
        duringVisit.run();
        customers.forEach(visitor);
        return moving ? Optional.empty() : Optional.of(partitions());
    }
}
