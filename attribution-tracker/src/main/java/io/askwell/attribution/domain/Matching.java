package io.askwell.attribution.domain;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which record a fact joins. Its e-mail and its external id may lead to two: then a record that nobody has submitted is
 * absorbed, and of two referrals the fact joins the one of the e-mail while the other is named, so that nothing is lost.
 *
 * @param joined the record that the fact belongs to; a new one when no key was known
 * @param absorbed a record that ends because all that it holds belongs to the joined one
 * @param bridged a referral that stays apart although the fact names it too
 */
public record Matching(
        LeadHistory joined,
        @Nullable LeadHistory absorbed,
        @Nullable LeadHistory bridged) {

    /** @param known the records of those keys of the fact that are known */
    public static Matching of(LeadFact fact, Map<String, LeadHistory> known) {
        Optional<LeadHistory> byEmail = fact.identity().emailKey().map(known::get);
        Optional<LeadHistory> byExternalId = fact.identity().externalIdKey().map(known::get);
        LeadHistory first = byEmail.or(() -> byExternalId).orElseGet(() -> LeadHistory.beginningWith(fact.id()));
        LeadHistory second = byExternalId.orElse(first);
        if (first.referralId().equals(second.referralId())) {
            return new Matching(first, null, null);
        }
        if (!second.isSubmitted()) {
            return new Matching(first, second, null);
        }
        return first.isSubmitted() ? new Matching(first, null, second) : new Matching(second, first, null);
    }

    /** The joined record with all that it now holds. */
    public LeadHistory historyWith(LeadFact fact) {
        LeadHistory history = absorbed == null ? joined : joined.absorbing(absorbed);
        return (bridged == null ? history : history.bridgedTo(bridged.referralId())).with(fact);
    }
}
