package io.askwell.attribution.domain;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is logged in.
 *
 * @param id the subject of the token
 * @param email the subject as a canonical address; null when it is none
 */
public record Person(String id, @Nullable String email) {

    /**
     * Whether the person may gain from who is credited: a claimant under any identity, credited now or not, or the lead, who
     * is rewarded, too. The owner of a lead gains nothing by a referral and may rule unless also one of these.
     */
    public boolean profitsFrom(LeadHistory history) {
        Set<Referrer> self = identities();
        boolean claims = history.facts().stream()
                .flatMap(fact -> fact instanceof Submission submission ? Stream.of(submission) : Stream.empty())
                .flatMap(submission -> submission.referrers().stream())
                .anyMatch(self::contains);
        boolean isLead = email != null
                && history.facts().stream()
                        .anyMatch(fact -> email.equals(fact.identity().email()));
        return claims || isLead;
    }

    private Set<Referrer> identities() {
        return Stream.concat(
                        Stream.of(Referrer.customer(id), Referrer.partner(id)),
                        Stream.ofNullable(email).map(Referrer::email))
                .collect(Collectors.toUnmodifiableSet());
    }
}
