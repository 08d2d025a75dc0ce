package io.askwell.attribution.application;

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
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Looks for records that are very much alike although no certain key joins them. Each look compares a record as it is known
 * now; one merge in it does not lead to the next, so that a chain of likenesses never makes one lead of many at once.
 */
public final class FindDuplicates {

    private final LeadHistories histories;
    private final Blocks blocks;
    private final LeadMatcher matcher;
    private final MatchingPolicy policy;
    private final JoinRecords joinRecords;
    private final AttributionObserver observer;

    public FindDuplicates(
            LeadHistories histories,
            Blocks blocks,
            LeadMatcher matcher,
            MatchingPolicy policy,
            JoinRecords joinRecords,
            AttributionObserver observer) {
        this.histories = histories;
        this.blocks = blocks;
        this.matcher = matcher;
        this.policy = policy;
        this.joinRecords = joinRecords;
        this.observer = observer;
    }

    private record Alike(LeadHistory history, MatchScore score) {}

    /** Of two facts about one lead that come at once, one waits here for the other and then finds it. */
    void waitForOthers(LeadProfile profile) {
        blocks.waitForOthers(LeadMatcher.blockingKeys(profile));
    }

    /** From now on the record is found by all that is known of it. */
    void remember(LeadHistory record) {
        blocks.put(record.referralId(), LeadMatcher.blockingKeys(record.lead().profile()));
    }

    /** @return the record, or the older one in which it lives on then */
    LeadHistory of(LeadHistory record, String cause, Unfolding unfolding) {
        LeadProfile profile = record.lead().profile();
        LeadHistory survivor = record;
        for (Alike alike : mostAlikeFirst(profile, locked(worthLocking(record, profile), unfolding))) {
            LeadHistory other = alike.history();
            boolean isSurvivor = survivor.relations().members().contains(other.referralId());
            if (!isSurvivor && !survivor.isKeptApartFrom(other)) {
                boolean joins = Verdict.on(alike.score(), policy) == Verdict.SAME_LEAD
                        && survivor.mayBecomeOneWith(other)
                        && !survivor.isAnotherInTheCrmThan(other);
                survivor = joins
                        ? joinRecords.join(
                                List.of(survivor, other),
                                new Merge.Likeness(alike.score(), policy.version()),
                                cause,
                                unfolding)
                        : joinRecords.ask(
                                ReviewKind.PROBABLE_DUPLICATE, survivor, other, alike.score(), cause, unfolding);
            }
        }
        return survivor;
    }

    private Set<UUID> worthLocking(LeadHistory record, LeadProfile profile) {
        Blocks.Found found = blocks.find(LeadMatcher.blockingKeys(profile));
        observer.passedOver(found.tooCommon());
        Set<UUID> others = new HashSet<>(found.records());
        others.removeAll(record.relations().members());
        Set<UUID> alike = new HashSet<>();
        mostAlikeFirst(profile, histories.read(others))
                .forEach(one -> alike.add(one.history().referralId()));
        return alike;
    }

    private Collection<LeadHistory> locked(Set<UUID> records, Unfolding unfolding) {
        if (records.isEmpty()) {
            return List.of();
        }
        List<LeadHistory> locked =
                histories.lock(records).values().stream().distinct().toList();
        locked.forEach(unfolding::found);
        return locked.stream().map(unfolding::newest).toList();
    }

    private List<Alike> mostAlikeFirst(LeadProfile profile, Collection<LeadHistory> others) {
        return others.stream()
                .filter(LeadHistory::isSubmitted)
                .filter(other -> mayShareAddress(profile, other.lead().profile()))
                .map(other ->
                        new Alike(other, matcher.compare(profile, other.lead().profile())))
                .filter(alike -> Verdict.on(alike.score(), policy) != Verdict.DIFFERENT)
                .sorted(Comparator.comparingDouble(
                                (Alike alike) -> -alike.score().probability())
                        .thenComparing(alike -> alike.history().referralId()))
                .toList();
    }

    /** Two people of one name at one firm are common, so two known addresses tell them apart whatever else is alike. */
    private static boolean mayShareAddress(LeadProfile one, LeadProfile other) {
        return one.email() == null || other.email() == null || one.email().equals(other.email());
    }
}
