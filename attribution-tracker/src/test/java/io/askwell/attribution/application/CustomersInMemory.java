package io.askwell.attribution.application;

import io.askwell.attribution.domain.CustomerKeys;
import io.askwell.attribution.domain.CustomerProfile;
import io.askwell.attribution.domain.CustomerSignals;
import io.askwell.attribution.domain.KnownCustomers;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Customers, and whom each record was judged by, for one caller at a time. */
final class CustomersInMemory implements Customers, CustomersOfLeads, Reevaluations {

    private final Map<String, CustomerSignals> signals = new HashMap<>();
    private final Map<String, CustomerProfile> known = new HashMap<>();
    private final Map<UUID, Set<String>> keys = new HashMap<>();
    private final Map<UUID, KnownCustomers> judgedBy = new HashMap<>();
    private final Map<UUID, String> queue = new LinkedHashMap<>();

    KnownCustomers of(Set<UUID> records) {
        return records.stream()
                .map(record -> judgedBy.getOrDefault(record, KnownCustomers.NONE))
                .reduce(KnownCustomers.NONE, KnownCustomers::and);
    }

    @Override
    public CustomerSignals lock(String customerId) {
        return signals.getOrDefault(customerId, CustomerSignals.none(customerId));
    }

    @Override
    public void keep(CustomerSignals newest, CustomerProfile profile) {
        signals.put(newest.customerId(), newest);
        known.put(newest.customerId(), profile);
    }

    @Override
    public void makeKnown(CustomerProfile profile, Set<String> formerKeys, String cause) {
        Set<String> concerned = new HashSet<>(formerKeys);
        concerned.addAll(CustomerKeys.of(profile));
        keys.forEach((record, own) -> {
            if (!Collections.disjoint(own, concerned)) {
                queue.put(record, cause);
            }
        });
    }

    @Override
    public KnownCustomers waitFor(Set<String> wanted) {
        return read(wanted);
    }

    @Override
    public KnownCustomers read(Set<String> wanted) {
        return new KnownCustomers(known.values().stream()
                .filter(profile -> !Collections.disjoint(CustomerKeys.of(profile), wanted))
                .toList());
    }

    @Override
    public void add(UUID record, Set<String> more, KnownCustomers customers) {
        keys.computeIfAbsent(record, _ -> new HashSet<>()).addAll(more);
        judgedBy.merge(record, customers, KnownCustomers::and);
    }

    @Override
    public void replace(Collection<UUID> records, Set<String> all, KnownCustomers customers) {
        records.forEach(record -> {
            judgedBy.remove(record);
            add(record, all, customers);
        });
    }

    @Override
    public List<UUID> next(int most) {
        return queue.keySet().stream().limit(most).toList();
    }

    @Override
    public Optional<String> take(UUID record) {
        return Optional.ofNullable(queue.remove(record));
    }
}
