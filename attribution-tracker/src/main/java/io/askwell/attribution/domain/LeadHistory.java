package io.askwell.attribution.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that was said about one lead. Before the first submission it only keeps what the CRM reported early; there is
 * a referral to speak of once somebody has submitted it.
 *
 * @param bridgedTo other referrals to which some fact belongs by another of its keys
 * @param relations what it has to do with the other records
 * @param links what is known of the referral links that its submissions name
 * @param customers who concern it, as they were known when it was looked at last
 * @param circumstances what was known around the facts when it was judged last
 */
public record LeadHistory(
        UUID referralId,
        List<LeadFact> facts,
        List<Ruling> rulings,
        List<Review> openReviews,
        Set<UUID> bridgedTo,
        Relations relations,
        Links links,
        KnownCustomers customers,
        Circumstances circumstances) {

    /** The record that survives when several become one: a referral before what nobody has submitted, then the older. */
    public static final Comparator<LeadHistory> OLDEST_FIRST = Comparator.comparing(LeadHistory::isSubmitted)
            .reversed()
            .thenComparing(history -> history.relations().since())
            .thenComparing(LeadHistory::referralId);

    public LeadHistory {
        facts = List.copyOf(facts);
        rulings = List.copyOf(rulings);
        openReviews = List.copyOf(openReviews);
        bridgedTo = Set.copyOf(bridgedTo);
    }

    /** A record that no other has to do with, and around which nothing is known. */
    public LeadHistory(
            UUID referralId,
            List<LeadFact> facts,
            List<Ruling> rulings,
            List<Review> openReviews,
            Set<UUID> bridgedTo) {
        this(
                referralId,
                facts,
                rulings,
                openReviews,
                bridgedTo,
                Relations.alone(referralId, Instant.EPOCH),
                Links.UNKNOWN,
                KnownCustomers.NONE,
                Circumstances.NONE);
    }

    /** The history that begins with a fact; the same fact always begins the same referral. */
    public static LeadHistory beginningWith(FactId fact) {
        return beginningWith(fact, Instant.EPOCH);
    }

    static LeadHistory beginningWith(FactId fact, Instant now) {
        String name = "referral\n%s\n%s".formatted(fact.source(), fact.id());
        UUID referralId = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new LeadHistory(
                referralId,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Relations.alone(referralId, now),
                Links.UNKNOWN,
                KnownCustomers.NONE,
                Circumstances.NONE);
    }

    /** Records by the age of that in which each lives on. */
    static Comparator<UUID> byAgeOf(Map<UUID, LeadHistory> living) {
        return Comparator.comparing((UUID record) -> Objects.requireNonNull(living.get(record)), OLDEST_FIRST)
                .thenComparing(Comparator.naturalOrder());
    }

    public boolean isSubmitted() {
        return facts.stream().anyMatch(Submission.class::isInstance);
    }

    /** Who the lead is, as far as it was said; what was said first stands. The address may be known to the CRM alone. */
    public Lead lead() {
        return Stream.concat(inOrder(Submission.class), inOrder(StageReport.class))
                .map(LeadFact::lead)
                .reduce(Lead.UNKNOWN, Lead::completedBy);
    }

    /** Whether anything was said by which the lead could be recognised for certain. */
    public boolean isRecognisable() {
        return facts.stream().anyMatch(fact -> !fact.keys().isEmpty());
    }

    /** Whether the two may become one without a person: nobody said that they are not, and no money hangs on it. */
    public boolean mayBecomeOneWith(LeadHistory other) {
        boolean bothReferrals = isSubmitted() && other.isSubmitted();
        boolean moneyAtStake = bothReferrals && (relations.rewarded() || other.relations.rewarded());
        return !moneyAtStake && !isKeptApartFrom(other);
    }

    public boolean isKeptApartFrom(LeadHistory other) {
        return !Collections.disjoint(relations.keptApartFrom(), other.relations.members());
    }

    public boolean isKeptApartDespiteKeysFrom(LeadHistory other) {
        return !Collections.disjoint(relations.keptApartDespiteKeys(), other.relations.members());
    }

    /** Whether the CRM has the two under ids of which none is the same: then only a person makes them one for their likeness. */
    public boolean isAnotherInTheCrmThan(LeadHistory other) {
        Set<String> mine = externalIds();
        Set<String> theirs = other.externalIds();
        return !mine.isEmpty() && !theirs.isEmpty() && Collections.disjoint(mine, theirs);
    }

    /** The open question between the two, if this one asks it. */
    public Optional<Suspicion> suspicionOf(LeadHistory other) {
        return relations.suspicions().stream()
                .filter(suspicion -> other.relations.members().contains(suspicion.older()))
                .findFirst();
    }

    public LeadHistory with(LeadFact fact) {
        return new LeadHistory(
                referralId,
                Lists.plus(facts, fact),
                rulings,
                openReviews,
                bridgedTo,
                relations,
                links,
                customers,
                circumstances);
    }

    /** As it is with the customers whom it concerns now. */
    public LeadHistory knowing(KnownCustomers newest) {
        return around(links, newest, circumstances);
    }

    public LeadHistory with(Ruling ruling) {
        return new LeadHistory(
                referralId,
                facts,
                Lists.plus(rulings, ruling),
                openReviews,
                bridgedTo,
                relations,
                links,
                customers,
                circumstances);
    }

    public LeadHistory with(Suspicion suspicion) {
        return related(relations.with(suspicion));
    }

    /** As it is once these questions wait for a person. */
    public LeadHistory waitingFor(List<Review> reviews) {
        return new LeadHistory(
                referralId, facts, rulings, reviews, bridgedTo, relations, links, customers, circumstances);
    }

    /** As it is once it was submitted for the first time. */
    public LeadHistory submittedAt(Instant moment) {
        return related(relations.since(moment));
    }

    /** With more that is known of the links that it names. */
    public LeadHistory knowing(Links more) {
        return around(links.and(more), customers, circumstances);
    }

    /** As it is judged under what is known around it now. */
    public LeadHistory under(Circumstances newest) {
        return around(links, customers, newest);
    }

    private LeadHistory around(Links knownLinks, KnownCustomers knownCustomers, Circumstances newest) {
        return new LeadHistory(
                referralId, facts, rulings, openReviews, bridgedTo, relations, knownLinks, knownCustomers, newest);
    }

    /** As a person said: the two are not one. */
    public LeadHistory apartFrom(LeadHistory other, boolean despiteKeys) {
        return related(relations.apartFrom(other.relations.members(), despiteKeys));
    }

    public LeadHistory bridgedTo(UUID other) {
        Set<UUID> others = new TreeSet<>(bridgedTo);
        others.add(other);
        return new LeadHistory(
                referralId, facts, rulings, openReviews, others, relations, links, customers, circumstances);
    }

    /** All that the two hold, under the name of this one; what is known around both is to be looked up again. */
    public LeadHistory joinedWith(LeadHistory other) {
        Relations joined = relations.joinedWith(other.relations);
        Set<UUID> others = new TreeSet<>(bridgedTo);
        others.addAll(other.bridgedTo);
        others.removeAll(joined.members());
        return new LeadHistory(
                referralId,
                Lists.concat(facts, other.facts),
                Lists.concat(rulings, other.rulings),
                openReviews,
                others,
                joined,
                links.and(other.links),
                customers.and(other.customers),
                circumstances);
    }

    private LeadHistory related(Relations newest) {
        return new LeadHistory(
                referralId, facts, rulings, openReviews, bridgedTo, newest, links, customers, circumstances);
    }

    private Set<String> externalIds() {
        return facts.stream()
                .map(fact -> fact.identity().externalId())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
    }

    private <T extends LeadFact> Stream<T> inOrder(Class<T> type) {
        return facts.stream().sorted(LeadFact.IN_ORDER).filter(type::isInstance).map(type::cast);
    }
}
