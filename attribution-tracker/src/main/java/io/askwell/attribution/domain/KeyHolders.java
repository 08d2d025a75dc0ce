package io.askwell.attribution.domain;

import io.askwell.attribution.domain.matching.LeadMatcher;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys of a fact lead.
 *
 * @param byKey the record that first had a key by which a lead is certain; one record a key
 * @param byPhone every use of the fact's telephone so far; several leads may share one
 * @param links what is known of the links that it names
 */
public record KeyHolders(Map<String, UUID> byKey, List<PhoneUse> byPhone, Links links) {

    /** @param name of the lead where the telephone was given */
    public record PhoneUse(UUID record, @Nullable String name) {}

    public KeyHolders {
        byKey = Map.copyOf(byKey);
        byPhone = List.copyOf(byPhone);
    }

    /** Of a fact that names no link. */
    public KeyHolders(Map<String, UUID> byKey, List<PhoneUse> byPhone) {
        this(byKey, byPhone, Links.UNKNOWN);
    }

    /** Every record that the fact names, the most telling key first. */
    public Set<UUID> namedBy(LeadFact fact) {
        Set<UUID> records = new LinkedHashSet<>(byCertainKeys(fact));
        records.addAll(byTelephone(fact));
        return records;
    }

    /** Every record that a certain key of the fact leads to, the most telling key first. */
    public List<UUID> byCertainKeys(LeadFact fact) {
        return Stream.of(fact.identity().emailKey(), fact.identity().externalIdKey())
                .flatMap(Optional::stream)
                .map(byKey::get)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    /** The same telephone is the same lead only with a compatible name. */
    List<UUID> byTelephone(LeadFact fact) {
        return byPhone.stream()
                .filter(use ->
                        LeadMatcher.namesAreCompatible(use.name(), fact.lead().name()))
                .map(PhoneUse::record)
                .distinct()
                .sorted()
                .toList();
    }
}
