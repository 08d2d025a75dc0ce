package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A fact belongs to another record by one of its keys, and the two were kept apart. */
final class BridgesRecords implements FlagRule {

    @Override
    public Optional<Flagged> raise(FlagCase theCase) {
        List<String> others = theCase.history().bridgedTo().stream()
                .sorted()
                .map(UUID::toString)
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(new Flagged(
                        Flag.BRIDGES_RECORDS, "A fact of this referral also names another referral.", others));
    }
}
