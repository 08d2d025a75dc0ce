package io.askwell.attribution.application;

import io.askwell.attribution.application.LeadHistories.Looks;
import io.askwell.attribution.domain.LeadHistory;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The records that a transaction works on: each is read once and stands here as the transaction leaves it, whether that is
 * written yet or not.
 */
final class RecordsAtHand {

    private final LeadHistories histories;
    private final Map<UUID, UUID> livesOnIn = new HashMap<>();
    private final Map<UUID, LeadHistory> newest = new HashMap<>();
    private final Map<UUID, Optional<Looks>> lookedAt = new HashMap<>();

    RecordsAtHand(LeadHistories histories) {
        this.histories = histories;
    }

    /** The living record of each that there is, on which nobody else works until the transaction ends. */
    Map<UUID, LeadHistory> lock(Collection<UUID> records) {
        List<UUID> unknown = records.stream()
                .filter(record -> !livesOnIn.containsKey(record))
                .toList();
        if (!unknown.isEmpty()) {
            histories.lock(unknown).values().forEach(this::found);
        }
        Map<UUID, LeadHistory> living = new LinkedHashMap<>();
        for (UUID record : records) {
            if (livesOnIn.containsKey(record)) {
                living.put(record, Objects.requireNonNull(newest.get(livesOnIn.get(record))));
            }
        }
        return living;
    }

    /** What can be compared of the living records of all of them that were submitted, each once. */
    List<Looks> look(Collection<UUID> records) {
        List<UUID> unknown = records.stream()
                .filter(record -> !livesOnIn.containsKey(record) && !lookedAt.containsKey(record))
                .toList();
        if (!unknown.isEmpty()) {
            Map<UUID, Looks> more = histories.look(unknown);
            unknown.forEach(record -> lookedAt.put(record, Optional.ofNullable(more.get(record))));
        }
        Map<UUID, Looks> living = new LinkedHashMap<>();
        for (UUID record : records) {
            looksOf(record).ifPresent(looks -> living.put(looks.record(), looks));
        }
        return List.copyOf(living.values());
    }

    private Optional<Looks> looksOf(UUID record) {
        if (!livesOnIn.containsKey(record)) {
            return Objects.requireNonNull(lookedAt.get(record));
        }
        LeadHistory history = Objects.requireNonNull(newest.get(livesOnIn.get(record)));
        return history.isSubmitted()
                ? Optional.of(new Looks(history.referralId(), history.lead().profile()))
                : Optional.empty();
    }

    /** A record as it was found, unless it is at hand. */
    void found(LeadHistory history) {
        if (!newest.containsKey(history.referralId())) {
            stands(history);
        }
    }

    void stands(LeadHistory history) {
        newest.put(history.referralId(), history);
        history.relations().members().forEach(member -> livesOnIn.put(member, history.referralId()));
    }

    /** As it stands now; of a record that lives on in another, that other. */
    LeadHistory living(UUID record) {
        UUID survivor = livesOnIn.getOrDefault(record, record);
        return Objects.requireNonNull(newest.get(survivor), "it is at hand");
    }
}
