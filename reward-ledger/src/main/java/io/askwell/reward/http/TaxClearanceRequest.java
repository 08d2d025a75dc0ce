package io.askwell.reward.http;

import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.payout.TaxClearance;
import io.askwell.reward.domain.payout.TaxClearance.Standing;
import io.askwell.transport.http.Refusal;
import io.askwell.transport.http.Refusal.Violation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about tax details.
 *
 * @param standing on_file or revoked
 * @param reference where the details, or the reason for taking them back, are to be found; never the details themselves
 * @param validUntil the end, not included; only for what is on file, null for no end
 */
record TaxClearanceRequest(
        @Nullable Beneficiary beneficiary,
        @Nullable String standing,
        @Nullable String reference,
        @Nullable Instant validUntil) {

    /** @param kind customer, partner, email, link or lead */
    record Beneficiary(@Nullable String kind, @Nullable String id) {}

    private static final int LONGEST_ID = 255;

    TaxClearance by(String person, Instant now) {
        List<Violation> violations = new ArrayList<>();
        Optional<Party> party = party(violations);
        Optional<Standing> said = said(violations);
        String where =
                Texts.required(reference, Texts.LONGEST_REFERENCE, "/reference", "where it is to be found", violations);
        if (validUntil != null && (!validUntil.isAfter(now) || !said.equals(Optional.of(Standing.ON_FILE)))) {
            violations.add(new Violation("/validUntil", "a moment to come, for what is on file only"));
        }
        if (!violations.isEmpty()) {
            throw Refusal.unprocessable(violations);
        }
        return new TaxClearance(
                party.orElseThrow(),
                said.orElseThrow(),
                where,
                person,
                now,
                validUntil == null ? null : validUntil.truncatedTo(ChronoUnit.MICROS));
    }

    static Optional<Party.Kind> kind(@Nullable String word) {
        return Arrays.stream(Party.Kind.values())
                .filter(kind -> Word.of(kind).equals(word))
                .findFirst();
    }

    static String kinds() {
        return Arrays.stream(Party.Kind.values()).map(Word::of).collect(Collectors.joining(", "));
    }

    private Optional<Party> party(List<Violation> violations) {
        if (beneficiary == null) {
            violations.add(new Violation("/beneficiary", "a kind and an id"));
            return Optional.empty();
        }
        String id = Texts.required(
                beneficiary.id(), LONGEST_ID, "/beneficiary/id", "the id of the beneficiary", violations);
        Optional<Party.Kind> kind = kind(beneficiary.kind());
        if (kind.isEmpty()) {
            violations.add(new Violation("/beneficiary/kind", kinds()));
        }
        return kind.map(known -> new Party(known, id));
    }

    private Optional<Standing> said(List<Violation> violations) {
        Optional<Standing> said = Arrays.stream(Standing.values())
                .filter(candidate -> Word.of(candidate).equals(standing))
                .findFirst();
        if (said.isEmpty()) {
            violations.add(new Violation("/standing", "on_file or revoked"));
        }
        return said;
    }
}
