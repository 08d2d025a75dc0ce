package io.askwell.attribution.http;

import io.askwell.attribution.application.RuleOnReview;
import io.askwell.transport.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's ruling.
 *
 * @param creditClaim id of the claim to credit, or {@code none}
 * @param reason why; up to 10,000 characters
 */
record RulingRequest(@Nullable String creditClaim, @Nullable String reason) {

    private static final String NONE = "none";
    private static final int MOST_CHARACTERS = 10_000;

    RuleOnReview.Command command(UUID reviewId, String person) {
        List<Refusal.Violation> violations = new ArrayList<>();
        Optional<UUID> claim = claim(violations);
        String why = why(violations);
        if (!violations.isEmpty()) {
            throw Refusal.unprocessable(violations);
        }
        return new RuleOnReview.Command(reviewId, claim.orElse(null), why, person);
    }

    private Optional<UUID> claim(List<Refusal.Violation> violations) {
        if (NONE.equals(creditClaim)) {
            return Optional.empty();
        }
        Optional<UUID> claim = Optional.ofNullable(creditClaim).flatMap(Ids::parse);
        if (claim.isEmpty()) {
            violations.add(new Refusal.Violation("/creditClaim", "Is required: the id of a claim, or none"));
        }
        return claim;
    }

    private String why(List<Refusal.Violation> violations) {
        if (reason == null || reason.isBlank()) {
            violations.add(new Refusal.Violation("/reason", "Is required"));
            return "";
        }
        if (reason.length() > MOST_CHARACTERS) {
            violations.add(new Refusal.Violation("/reason", "Has at most 10,000 characters"));
        }
        return reason.strip();
    }
}
