package io.askwell.attribution.application;

import io.askwell.attribution.application.LeadHistories.Looks;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Merge;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.Verdict;
import io.askwell.attribution.domain.matching.LeadMatcher;
import io.askwell.attribution.domain.matching.LeadProfile;
import io.askwell.attribution.domain.matching.MatchScore;
import io.askwell.attribution.domain.matching.MatchingPolicy;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks for records that are very much alike although no certain key joins them. Each look compares a record as it is known
 * now; one merge in it does not lead to the next, so that a chain of likenesses never makes one lead of many at once.
 */
public final class FindDuplicates {

    private static final int MOST_CANDIDATES = 50;

    private final Blocks blocks;
    private final LeadMatcher matcher;
    private final MatchingPolicy policy;
    private final AttributionObserver observer;

    public FindDuplicates(Blocks blocks, LeadMatcher matcher, MatchingPolicy policy, AttributionObserver observer) {
        this.blocks = blocks;
        this.matcher = matcher;
        this.policy = policy;
        this.observer = observer;
    }

    private record Alike(LeadHistory history, MatchScore score) {}

    BlocksAtHand blocksAtHand() {
        return new BlocksAtHand(blocks);
    }

    /** From now on the record is found by all that is known of it. */
    void remember(LeadHistory record) {
        BlocksAtHand atHand = blocksAtHand();
        atHand.put(record.referralId(), record.lead().profile());
        atHand.keep();
    }

    /** Reads at once what looking for each of these leads would read. */
    void prepare(Collection<LeadProfile> profiles, BlocksAtHand atHand, Unfolding unfolding) {
        atHand.load(profiles);
        Set<UUID> candidates = new HashSet<>();
        profiles.forEach(profile -> candidates.addAll(mostShared(telling(atHand.find(profile)))));
        unfolding.look(candidates);
    }

    /** @return the record, or the older one in which it lives on then */
    LeadHistory of(LeadHistory record, BlocksAtHand atHand, Unfolding unfolding) {
        LeadProfile profile = record.lead().profile();
        LeadHistory survivor = record;
        for (Alike alike :
                mostAlikeFirst(profile, locked(worthLocking(record, profile, atHand, unfolding), unfolding))) {
            LeadHistory other = alike.history();
            boolean isSurvivor = survivor.relations().members().contains(other.referralId());
            if (!isSurvivor && !survivor.isKeptApartFrom(other)) {
                boolean joins = Verdict.on(alike.score(), policy) == Verdict.SAME_LEAD
                        && survivor.mayBecomeOneWith(other)
                        && !survivor.isAnotherInTheCrmThan(other);
                survivor = joins
                        ? JoinRecords.join(
                                List.of(survivor, other),
                                new Merge.Likeness(alike.score(), policy.version()),
                                unfolding)
                        : JoinRecords.ask(ReviewKind.PROBABLE_DUPLICATE, survivor, other, alike.score(), unfolding);
            }
        }
        return survivor;
    }

    private Set<UUID> worthLocking(LeadHistory record, LeadProfile profile, BlocksAtHand atHand, Unfolding unfolding) {
        List<Set<UUID>> behindKeys = atHand.find(profile);
        List<Set<UUID>> telling = telling(behindKeys);
        observer.passedOver(behindKeys.size() - telling.size());
        Set<UUID> others = mostShared(telling);
        others.removeAll(record.relations().members());
        if (others.isEmpty()) {
            return others;
        }
        Set<UUID> alike = new HashSet<>();
        Function<LeadProfile, MatchScore> likeness = matcher.comparedWith(profile);
        for (Looks other : unfolding.look(others)) {
            if (mayShareAddress(profile, other.profile()) && isWorthAWord(likeness.apply(other.profile()))) {
                alike.add(other.record());
            }
        }
        alike.removeAll(record.relations().members());
        return alike;
    }

    private static List<Set<UUID>> telling(List<Set<UUID>> behindKeys) {
        return behindKeys.stream()
                .filter(records -> records.size() <= Blocks.MOST_IN_A_BLOCK)
                .toList();
    }

    /** Those that share most keys; a bounded number. */
    private static Set<UUID> mostShared(List<Set<UUID>> behindKeys) {
        Map<UUID, Long> shared = behindKeys.stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        return shared.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<UUID, Long> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_CANDIDATES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Collection<LeadHistory> locked(Set<UUID> records, Unfolding unfolding) {
        if (records.isEmpty()) {
            return List.of();
        }
        List<LeadHistory> locked =
                unfolding.lock(records).values().stream().distinct().toList();
        locked.forEach(unfolding::found);
        return locked;
    }

    private List<Alike> mostAlikeFirst(LeadProfile profile, Collection<LeadHistory> others) {
        if (others.isEmpty()) {
            return List.of();
        }
        Function<LeadProfile, MatchScore> likeness = matcher.comparedWith(profile);
        return others.stream()
                .filter(LeadHistory::isSubmitted)
                .filter(other -> mayShareAddress(profile, other.lead().profile()))
                .map(other -> new Alike(other, likeness.apply(other.lead().profile())))
                .filter(alike -> isWorthAWord(alike.score()))
                .sorted(Comparator.comparingDouble(
                                (Alike alike) -> -alike.score().probability())
                        .thenComparing(alike -> alike.history().referralId()))
                .toList();
    }

    private boolean isWorthAWord(MatchScore score) {
        return Verdict.on(score, policy) != Verdict.DIFFERENT;
    }

    /** Two people of one name at one firm are common, so two known addresses tell them apart whatever else is alike. */
    private static boolean mayShareAddress(LeadProfile one, LeadProfile other) {
        return one.email() == null || other.email() == null || one.email().equals(other.email());
    }
}
