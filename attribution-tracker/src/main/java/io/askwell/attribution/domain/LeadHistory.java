package io.askwell.attribution.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everything that was said about one lead. Before the first submission it only keeps what the CRM reported early; there is
 * a referral to speak of once somebody has submitted it.
 *
 * @param bridgedTo other referrals to which some fact belongs by its second key
 */
public record LeadHistory(
        UUID referralId, List<LeadFact> facts, List<Ruling> rulings, List<Review> openReviews, Set<UUID> bridgedTo) {

    public LeadHistory {
        facts = List.copyOf(facts);
        rulings = List.copyOf(rulings);
        openReviews = List.copyOf(openReviews);
        bridgedTo = Set.copyOf(bridgedTo);
    }

    /** The history that begins with a fact; the same fact always begins the same referral. */
    public static LeadHistory beginningWith(FactId fact) {
        String name = "referral\n%s\n%s".formatted(fact.source(), fact.id());
        UUID referralId = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new LeadHistory(referralId, List.of(), List.of(), List.of(), Set.of());
    }

    public boolean isSubmitted() {
        return facts.stream().anyMatch(Submission.class::isInstance);
    }

    public LeadHistory with(LeadFact fact) {
        return new LeadHistory(referralId, plus(facts, fact), rulings, openReviews, bridgedTo);
    }

    public LeadHistory with(Ruling ruling) {
        return new LeadHistory(referralId, facts, plus(rulings, ruling), openReviews, bridgedTo);
    }

    public LeadHistory bridgedTo(UUID other) {
        Set<UUID> others = new TreeSet<>(bridgedTo);
        others.add(other);
        return new LeadHistory(referralId, facts, rulings, openReviews, others);
    }

    /** Takes over what was reported about a lead that nobody had submitted. */
    public LeadHistory absorbing(LeadHistory unsubmitted) {
        List<LeadFact> all =
                Stream.concat(facts.stream(), unsubmitted.facts.stream()).toList();
        Set<UUID> others = new TreeSet<>(bridgedTo);
        others.addAll(unsubmitted.bridgedTo);
        return new LeadHistory(referralId, all, rulings, openReviews, others);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
