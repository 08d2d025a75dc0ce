package io.askwell.attribution.application;

import io.askwell.attribution.application.Blocks.Entry;
import io.askwell.attribution.application.Blocks.Sought;
import io.askwell.attribution.domain.matching.LeadMatcher;
import io.askwell.attribution.domain.matching.LeadProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The blocks into which a transaction looks: each is read once, and holds what the transaction put into it. */
final class BlocksAtHand {

    private final Blocks blocks;
    private final Map<LeadProfile, List<Sought>> keys = new HashMap<>();
    private final Map<Sought, Set<UUID>> found = new HashMap<>();
    private final Map<String, List<Entry>> put = new HashMap<>();

    BlocksAtHand(Blocks blocks) {
        this.blocks = blocks;
    }

    void waitForOtherSeekers(Collection<LeadProfile> profiles) {
        Set<Sought> sought = allKeys(profiles);
        if (!sought.isEmpty()) {
            blocks.waitForOtherSeekers(sought);
        }
    }

    /** Reads at once what would be read one after another. */
    void load(Collection<LeadProfile> profiles) {
        Set<Sought> unknown = allKeys(profiles);
        unknown.removeAll(found.keySet());
        if (!unknown.isEmpty()) {
            Map<Sought, Set<UUID>> more = blocks.find(unknown);
            unknown.forEach(sought -> found.put(sought, more.getOrDefault(sought, Set.of())));
        }
    }

    /** The records worth comparing behind each key of a lead. */
    List<Set<UUID>> find(LeadProfile profile) {
        load(List.of(profile));
        List<Set<UUID>> behind = new ArrayList<>();
        for (Sought sought : keysOf(profile)) {
            Set<UUID> records = new LinkedHashSet<>(Objects.requireNonNull(found.get(sought)));
            put.getOrDefault(sought.key(), List.of()).stream()
                    .filter(entry -> sought.isWorthComparingWith(entry.addressed()))
                    .forEach(entry -> records.add(entry.record()));
            behind.add(records);
        }
        return behind;
    }

    void put(UUID record, LeadProfile profile) {
        for (Sought sought : keysOf(profile)) {
            put.computeIfAbsent(sought.key(), _ -> new ArrayList<>())
                    .add(new Entry(sought.key(), record, sought.addressed()));
        }
    }

    void keep() {
        List<Entry> entries = put.values().stream().flatMap(List::stream).toList();
        if (!entries.isEmpty()) {
            blocks.put(entries);
        }
    }

    private Set<Sought> allKeys(Collection<LeadProfile> profiles) {
        Set<Sought> all = new HashSet<>();
        profiles.forEach(profile -> all.addAll(keysOf(profile)));
        return all;
    }

    private List<Sought> keysOf(LeadProfile profile) {
        return keys.computeIfAbsent(
                profile,
                lead -> LeadMatcher.blockingKeys(lead).stream()
                        .map(key -> new Sought(key, lead.email() != null))
                        .toList());
    }
}
