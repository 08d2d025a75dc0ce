package io.askwell.attribution.application;

import io.askwell.attribution.domain.Appeal;
import io.askwell.attribution.domain.Circumstances;
import io.askwell.attribution.domain.KeyHolders.PhoneUse;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.LinkClick;
import io.askwell.attribution.domain.LinkFact;
import io.askwell.attribution.domain.LinkMade;
import io.askwell.attribution.domain.Links;
import io.askwell.attribution.domain.Merge;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.Relations;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.Ruling;
import io.askwell.attribution.domain.Submission;
import io.askwell.attribution.domain.Suspicion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that the tables of the service hold, for one caller at a time. */
final class RecordsInMemory implements LeadHistories, LinkFacts, Merges, Blocks, ReferralSearch, CurrentCircumstances {

    private record Kept(LeadFact fact, UUID home, @Nullable UUID bridgedTo, Instant at) {}

    private record MergedAt(UUID into, Instant at, Merge merge) {}

    private final Map<UUID, Instant> records = new TreeMap<>();
    private final Map<UUID, MergedAt> merged = new LinkedHashMap<>();
    private final List<Kept> facts = new ArrayList<>();
    private final Set<LinkFact> linkFacts = new HashSet<>();
    private final Map<String, UUID> keys = new HashMap<>();
    private final Map<String, List<PhoneUse>> phones = new HashMap<>();
    private final Map<String, Set<UUID>> blocks = new HashMap<>();
    private final Map<UUID, Set<UUID>> apart = new HashMap<>();
    private final Map<UUID, Set<UUID>> apartDespiteKeys = new HashMap<>();
    private final Map<UUID, Suspicion> suspicions = new LinkedHashMap<>();
    private final Set<UUID> answered = new HashSet<>();
    private final Map<UUID, Referral> referrals = new TreeMap<>();
    private final Set<UUID> rewarded = new HashSet<>();

    private final CustomersInMemory customers;

    RecordsInMemory(CustomersInMemory customers) {
        this.customers = customers;
    }

    void reward(UUID record) {
        rewarded.add(record);
    }

    /** Every referral as it was announced last. */
    Map<UUID, Referral> referrals() {
        return Map.copyOf(referrals);
    }

    Referral referralOf(UUID record) {
        return Objects.requireNonNull(referrals.get(survivor(record)));
    }

    /** Which facts live in one record, by their ids. */
    Set<Set<String>> groups() {
        return facts.stream()
                .collect(Collectors.groupingBy(
                        kept -> survivor(kept.home()),
                        Collectors.mapping(kept -> kept.fact().id().text(), Collectors.toSet())))
                .values()
                .stream()
                .collect(Collectors.toSet());
    }

    UUID survivor(UUID record) {
        MergedAt into = merged.get(record);
        return into == null ? record : survivor(into.into());
    }

    @Override
    public KeysAtHand lockKeys(Collection<LeadFact> wanted) {
        return new KeysAtHand(keys, phones, linksOf(wanted));
    }

    @Override
    public Map<UUID, LeadHistory> lock(Collection<UUID> wanted) {
        Map<UUID, LeadHistory> living = new HashMap<>();
        wanted.stream().filter(records::containsKey).forEach(record -> living.put(record, history(survivor(record))));
        return living;
    }

    @Override
    public Map<UUID, Looks> look(Collection<UUID> wanted) {
        Map<UUID, Looks> looks = new HashMap<>();
        lock(wanted).forEach((record, history) -> {
            if (history.isSubmitted()) {
                looks.put(record, new Looks(history.referralId(), history.lead().profile()));
            }
        });
        return looks;
    }

    @Override
    public Optional<LeadHistory> lockByOpenReview(UUID reviewId) {
        return Optional.empty();
    }

    @Override
    public boolean isRuled(UUID reviewId) {
        return false;
    }

    @Override
    public void add(List<Addition> additions) {
        for (Addition added : additions) {
            LeadFact fact = added.fact();
            UUID home = added.home();
            records.putIfAbsent(home, added.recordedAt());
            facts.add(new Kept(fact, home, added.bridgedTo(), added.recordedAt()));
            fact.identity().keys().forEach(key -> keys.putIfAbsent(key, home));
            fact.phoneKey()
                    .ifPresent(key -> phones.computeIfAbsent(key, _ -> new ArrayList<>())
                            .add(new PhoneUse(home, fact.lead().name())));
        }
    }

    @Override
    public void add(UUID referralId, Ruling ruling) {
        throw new IllegalStateException("no test rules on credit here");
    }

    @Override
    public void add(UUID referralId, Appeal appeal) {
        throw new IllegalStateException("no test appeals here");
    }

    @Override
    public void waitForOthers(Collection<LeadFact> wanted) {}

    @Override
    public void waitForOtherSeekers(Collection<Sought> wanted) {}

    @Override
    public Map<UUID, Circumstances> renew(Collection<Concerned> living, Instant now) {
        return Map.of();
    }

    @Override
    public void keep(List<Told> told) {
        told.forEach(one ->
                one.changes().forEach(change -> referrals.put(change.after().referralId(), change.after())));
    }

    @Override
    public Set<UUID> lockAndFindRecords(LinkFact fact) {
        return facts.stream()
                .filter(kept -> concerns(fact, kept.fact()))
                .map(Kept::home)
                .collect(Collectors.toSet());
    }

    @Override
    public void add(LinkFact fact, Instant recordedAt) {
        linkFacts.add(fact);
    }

    @Override
    public void add(Merge merge) {
        answerBetween(merge.other(), merge.survivor());
        merged.put(merge.other(), new MergedAt(merge.survivor(), merge.at(), merge));
    }

    @Override
    public Optional<UUID> undoable(UUID record) {
        if (merged.containsKey(record)) {
            return Optional.of(record);
        }
        return merged.entrySet().stream()
                .filter(entry -> entry.getValue().into().equals(record))
                .map(Map.Entry::getKey)
                .reduce((_, later) -> later);
    }

    @Override
    public UUID undo(UUID record, SaidBy person) {
        return Objects.requireNonNull(merged.remove(record)).into();
    }

    @Override
    public void keepApart(UUID one, UUID other, boolean despiteKeys, SaidBy person) {
        for (Map<UUID, Set<UUID>> pairs : despiteKeys ? List.of(apart, apartDespiteKeys) : List.of(apart)) {
            pairs.computeIfAbsent(one, _ -> new HashSet<>()).add(other);
            pairs.computeIfAbsent(other, _ -> new HashSet<>()).add(one);
        }
        answerBetween(one, other);
    }

    @Override
    public void suspect(Suspicion suspicion) {
        suspicions.put(suspicion.reviewId(), suspicion);
    }

    @Override
    public Optional<Suspicion> suspicion(UUID reviewId) {
        return Optional.ofNullable(suspicions.get(reviewId));
    }

    @Override
    public void answer(UUID reviewId, boolean sameLead, SaidBy person) {
        answered.add(reviewId);
    }

    @Override
    public Map<Sought, Set<UUID>> find(Collection<Sought> wanted) {
        return wanted.stream()
                .collect(Collectors.toMap(
                        sought -> sought,
                        sought -> blocks.getOrDefault(sought.key(), Set.of()).stream()
                                .map(this::survivor)
                                .collect(Collectors.toSet())));
    }

    @Override
    public void put(Collection<Entry> entries) {
        entries.forEach(entry ->
                blocks.computeIfAbsent(entry.key(), _ -> new TreeSet<>()).add(entry.record()));
    }

    @Override
    public Optional<LeadHistory> referral(UUID referralId) {
        return records.containsKey(referralId) && !merged.containsKey(referralId)
                ? Optional.of(history(referralId))
                : Optional.empty();
    }

    @Override
    public Optional<Merged> merged(UUID referralId) {
        return Optional.ofNullable(merged.get(referralId))
                .map(note -> new Merged(
                        new LeadHistory(
                                        referralId,
                                        facts.stream()
                                                .filter(kept -> livedIn(kept.home(), referralId)
                                                        && !kept.at().isAfter(note.at()))
                                                .map(Kept::fact)
                                                .toList(),
                                        List.of(),
                                        List.of(),
                                        Set.of())
                                .knowing(customers.of(Set.of(referralId))),
                        survivor(referralId),
                        note.merge().reason().sentence()))
                .filter(last -> last.last().isSubmitted());
    }

    @Override
    public List<ReferralSearch.Found> referrals(Filter filter, @Nullable Place after, int limit) {
        throw new IllegalStateException("no test lists here");
    }

    @Override
    public List<FoundReview> openReviews(@Nullable Place after, int limit) {
        throw new IllegalStateException("no test lists here");
    }

    private boolean livedIn(UUID home, UUID record) {
        MergedAt into = merged.get(home);
        return home.equals(record) || (into != null && livedIn(into.into(), record));
    }

    private LeadHistory history(UUID record) {
        Set<UUID> members = records.keySet().stream()
                .filter(one -> survivor(one).equals(record))
                .collect(Collectors.toSet());
        List<Kept> own =
                facts.stream().filter(kept -> members.contains(kept.home())).toList();
        Instant since = own.stream()
                .filter(kept -> kept.fact() instanceof Submission)
                .map(Kept::at)
                .min(Instant::compareTo)
                .orElseGet(() -> Objects.requireNonNull(records.get(record)));
        return new LeadHistory(
                record,
                own.stream().map(Kept::fact).toList(),
                List.of(),
                Optional.ofNullable(referrals.get(record))
                        .map(Referral::openReviews)
                        .orElse(List.<Review>of()),
                own.stream()
                        .map(Kept::bridgedTo)
                        .filter(Objects::nonNull)
                        .map(this::survivor)
                        .filter(other -> !other.equals(record))
                        .collect(Collectors.toSet()),
                new Relations(
                        since,
                        members,
                        members.stream().anyMatch(rewarded::contains),
                        pairsOf(members, apart),
                        pairsOf(members, apartDespiteKeys),
                        suspicions.values().stream()
                                .filter(suspicion -> !answered.contains(suspicion.reviewId()))
                                .filter(suspicion -> members.contains(suspicion.younger()))
                                .toList()),
                linksOf(own.stream().map(Kept::fact).toList()),
                customers.of(members),
                Circumstances.NONE);
    }

    private Links linksOf(Collection<LeadFact> named) {
        return new Links(linkFacts.stream()
                .filter(said -> named.stream().anyMatch(fact -> concerns(said, fact)))
                .collect(Collectors.toSet()));
    }

    private static boolean concerns(LinkFact said, LeadFact fact) {
        return fact instanceof Submission submission
                && submission.linkCodes().contains(said.linkCode())
                && switch (said) {
                    case LinkMade _ -> true;
                    case LinkClick click -> submission.clickId().equals(Optional.of(click.clickId()));
                };
    }

    private static Set<UUID> pairsOf(Set<UUID> members, Map<UUID, Set<UUID>> pairs) {
        return members.stream()
                .flatMap(member -> pairs.getOrDefault(member, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    private void answerBetween(UUID one, UUID other) {
        Set<UUID> both = Set.of(survivor(one), survivor(other));
        suspicions.values().stream()
                .filter(suspicion -> both.size() == 2
                        && Set.copyOf(List.of(survivor(suspicion.younger()), survivor(suspicion.older())))
                                .equals(both))
                .forEach(suspicion -> answered.add(suspicion.reviewId()));
    }
}
