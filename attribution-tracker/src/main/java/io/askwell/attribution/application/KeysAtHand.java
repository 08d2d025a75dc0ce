package io.askwell.attribution.application;

import io.askwell.attribution.domain.KeyHolders;
import io.askwell.attribution.domain.KeyHolders.PhoneUse;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.Links;
import io.askwell.attribution.domain.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where the keys of facts lead that are recorded together, as one after another takes those that nobody has. */
public final class KeysAtHand {

    private final Map<String, UUID> byKey;
    private final Map<String, List<PhoneUse>> byPhone = new HashMap<>();
    private final Links links;

    /** @param links what is known of the links that the facts name */
    public KeysAtHand(Map<String, UUID> byKey, Map<String, List<PhoneUse>> byPhone, Links links) {
        this.byKey = new HashMap<>(byKey);
        byPhone.forEach((key, uses) -> this.byPhone.put(key, new ArrayList<>(uses)));
        this.links = links;
    }

    Links links() {
        return links;
    }

    KeyHolders of(LeadFact fact) {
        Map<String, UUID> held = new HashMap<>();
        for (String key : fact.identity().keys()) {
            Optional.ofNullable(byKey.get(key)).ifPresent(record -> held.put(key, record));
        }
        return new KeyHolders(
                held,
                fact.phoneKey().map(key -> byPhone.getOrDefault(key, List.of())).orElse(List.of()),
                fact instanceof Submission submission ? links.namedBy(submission) : Links.UNKNOWN);
    }

    /** The fact is kept with this record from now on. */
    void take(LeadFact fact, UUID home) {
        fact.identity().keys().forEach(key -> byKey.putIfAbsent(key, home));
        fact.phoneKey()
                .ifPresent(key -> byPhone.computeIfAbsent(key, _ -> new ArrayList<>())
                        .add(new PhoneUse(home, fact.lead().name())));
    }
}
