package io.askwell.attribution.http;

import io.askwell.attribution.application.RuleOnDuplicate;
import io.askwell.attribution.application.RuleOnReview;
import io.askwell.attribution.domain.Person;
import io.askwell.transport.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's ruling.
 *
 * @param creditClaim id of the claim to credit, or {@code none}; where the question is who is credited
 * @param sameLead whether both referrals are of one lead; where that is the question
 * @param reason why; up to 10,000 characters
 */
record RulingRequest(
        @Nullable String creditClaim,
        @Nullable Boolean sameLead,
        @Nullable String reason) {

    private static final String NONE = "none";

    RuleOnReview.Command command(UUID reviewId, Person person) {
        List<Refusal.Violation> violations = new ArrayList<>();
        Optional<UUID> claim = claim(violations);
        if (sameLead != null) {
            violations.add(new Refusal.Violation("/sameLead", "Is no answer to this question: creditClaim is"));
        }
        String why = Reason.checked(reason, violations);
        if (!violations.isEmpty()) {
            throw Refusal.unprocessable(violations);
        }
        return new RuleOnReview.Command(reviewId, claim.orElse(null), why, person);
    }

    RuleOnDuplicate.Command duplicateCommand(UUID reviewId, Person person) {
        List<Refusal.Violation> violations = new ArrayList<>();
        if (sameLead == null) {
            violations.add(new Refusal.Violation("/sameLead", "Is required: true or false"));
        }
        if (creditClaim != null) {
            violations.add(new Refusal.Violation("/creditClaim", "Is no answer to this question: sameLead is"));
        }
        String why = Reason.checked(reason, violations);
        if (!violations.isEmpty()) {
            throw Refusal.unprocessable(violations);
        }
        return new RuleOnDuplicate.Command(reviewId, Boolean.TRUE.equals(sameLead), why, person);
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
}
