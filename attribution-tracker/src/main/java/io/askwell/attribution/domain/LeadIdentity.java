package io.askwell.attribution.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what a lead is recognised. Either alone is enough to be the same lead; a fact with neither stands for itself.
 *
 * @param email canonical address
 * @param externalId id of the lead in the CRM
 */
public record LeadIdentity(@Nullable String email, @Nullable String externalId) {

    /** Sorted, as they are locked. Keys are pseudonyms, so that the table of keys holds no address in the clear. */
    public List<String> keys() {
        return Stream.concat(emailKey().stream(), externalIdKey().stream())
                .sorted()
                .toList();
    }

    public Optional<String> emailKey() {
        return Optional.ofNullable(email).map(address -> Pseudonym.of("email:" + address));
    }

    public Optional<String> externalIdKey() {
        return Optional.ofNullable(externalId).map(external -> Pseudonym.of("ext:" + external));
    }
}
