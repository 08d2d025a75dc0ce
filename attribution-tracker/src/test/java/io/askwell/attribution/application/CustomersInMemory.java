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
import java.util.stream.Collectors;

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
    public Map<String, KnownCustomers> waitFor(Set<String> wanted) {
        return wanted.stream().collect(Collectors.toMap(key -> key, key -> read(Set.of(key))));
    }

    @Override
    public KnownCustomers read(Set<String> wanted) {
        return new KnownCustomers(known.values().stream()
                .filter(profile -> !Collections.disjoint(CustomerKeys.of(profile), wanted))
                .toList());
    }

    @Override
    public void add(List<Concern> concerns) {
        for (Concern concern : concerns) {
            keys.computeIfAbsent(concern.record(), _ -> new HashSet<>()).addAll(concern.keys());
            judgedBy.merge(concern.record(), concern.customers(), KnownCustomers::and);
        }
    }

    @Override
    public void replace(Collection<UUID> records, Set<String> all, KnownCustomers customers) {
        records.forEach(record -> {
            judgedBy.remove(record);
            add(List.of(new Concern(record, all, customers)));
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
