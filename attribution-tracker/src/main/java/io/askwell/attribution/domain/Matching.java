package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact belongs by its certain keys, and which records it shows to be one.
 *
 * @param home the record in which the fact is kept for good, whatever that record becomes part of
 * @param bridgedTo another record that the fact names
 * @param together the living records that the fact makes one, the fact in it; a single one when it names no other
 * @param apart living records that the fact names, too, and that only a person may join to these
 */
public record Matching(UUID home, @Nullable UUID bridgedTo, List<LeadHistory> together, List<LeadHistory> apart) {

    /** @param living the record in which each record that the fact names lives on */
    public static Matching of(LeadFact fact, KeyHolders holders, Map<UUID, LeadHistory> living, Instant now) {
        Set<UUID> named = holders.namedBy(fact);
        UUID home = home(fact, holders, living);
        LeadHistory own = living.getOrDefault(home, LeadHistory.beginningWith(fact.id(), now));
        List<LeadHistory> together = new ArrayList<>(List.of(own.with(fact).knowing(holders.links())));
        List<LeadHistory> apart = new ArrayList<>();
        for (LeadHistory other : othersThan(own, named, living)) {
            boolean joins = together.stream().allMatch(one -> one.mayBecomeOneWith(other));
            (joins ? together : apart).add(other);
        }
        UUID bridgedTo = named.stream()
                .filter(record -> !record.equals(home))
                .findFirst()
                .orElse(null);
        return new Matching(home, bridgedTo, List.copyOf(together), List.copyOf(apart));
    }

    /** The record of the fact knows those whom the fact concerns, too. */
    public Matching knowing(KnownCustomers customers) {
        LeadHistory own = together.getFirst();
        List<LeadHistory> others = together.subList(1, together.size());
        return new Matching(
                home,
                bridgedTo,
                Lists.concat(List.of(own.knowing(own.customers().and(customers))), others),
                apart);
    }

    /**
     * The record of the e-mail, else of the external id. Who brings a key that nobody has begins a record, even where the
     * telephone is known: so that the two can be told apart again. Only what has nothing but a telephone is kept with the
     * oldest record that has it.
     */
    private static UUID home(LeadFact fact, KeyHolders holders, Map<UUID, LeadHistory> living) {
        List<UUID> certain = holders.byCertainKeys(fact);
        if (!certain.isEmpty()) {
            return certain.getFirst();
        }
        List<UUID> byTelephone = holders.byTelephone(fact);
        boolean ownKey = !fact.identity().keys().isEmpty();
        return ownKey || byTelephone.isEmpty()
                ? LeadHistory.beginningWith(fact.id()).referralId()
                : byTelephone.stream()
                        .min(LeadHistory.byAgeOf(living))
                        .orElseThrow(() -> new IllegalStateException("the list is not empty"));
    }

    private static List<LeadHistory> othersThan(LeadHistory own, Set<UUID> named, Map<UUID, LeadHistory> living) {
        Map<UUID, LeadHistory> others = new LinkedHashMap<>();
        for (UUID record : named) {
            LeadHistory history = living.get(record);
            if (history != null && !history.referralId().equals(own.referralId())) {
                others.put(history.referralId(), history);
            }
        }
        return others.values().stream().sorted(LeadHistory.OLDEST_FIRST).toList();
    }
}
