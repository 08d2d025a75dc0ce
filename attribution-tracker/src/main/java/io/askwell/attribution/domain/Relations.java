package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a record has to do with the others.
 *
 * @param since when it was first submitted, by our clock; while nobody has submitted it, when it began
 * @param members every record that lives on in it, itself among them
 * @param rewarded whether a reward of any member is approved or paid
 * @param keptApartFrom members of other records of which a person said that they are of another lead
 * @param keptApartDespiteKeys those of them that stay apart although a certain key meets
 * @param suspicions open questions whether it is one with an older record
 */
public record Relations(
        Instant since,
        Set<UUID> members,
        boolean rewarded,
        Set<UUID> keptApartFrom,
        Set<UUID> keptApartDespiteKeys,
        List<Suspicion> suspicions) {

    public Relations {
        members = Set.copyOf(members);
        keptApartFrom = Set.copyOf(keptApartFrom);
        keptApartDespiteKeys = Set.copyOf(keptApartDespiteKeys);
        suspicions = List.copyOf(suspicions);
    }

    /** A record of its own, of which nothing more is known. */
    public static Relations alone(UUID record, Instant since) {
        return new Relations(since, Set.of(record), false, Set.of(), Set.of(), List.of());
    }

    Relations since(Instant moment) {
        return new Relations(moment, members, rewarded, keptApartFrom, keptApartDespiteKeys, suspicions);
    }

    Relations with(Suspicion suspicion) {
        List<Suspicion> others = suspicions.stream()
                .filter(known -> !known.reviewId().equals(suspicion.reviewId()))
                .toList();
        return new Relations(
                since, members, rewarded, keptApartFrom, keptApartDespiteKeys, Lists.plus(others, suspicion));
    }

    /** As a person said: another lead, so that nothing between the two is a question any more. */
    Relations apartFrom(Set<UUID> others, boolean despiteKeys) {
        return new Relations(
                since,
                members,
                rewarded,
                union(keptApartFrom, others),
                despiteKeys ? union(keptApartDespiteKeys, others) : keptApartDespiteKeys,
                suspicions.stream()
                        .filter(suspicion -> !others.contains(suspicion.older()))
                        .toList());
    }

    /** This one survives. What was a question between the two is none any more. */
    Relations joinedWith(Relations other) {
        Set<UUID> all = union(members, other.members);
        return new Relations(
                since,
                all,
                rewarded || other.rewarded,
                union(keptApartFrom, other.keptApartFrom),
                union(keptApartDespiteKeys, other.keptApartDespiteKeys),
                Lists.concat(suspicions, other.suspicions).stream()
                        .filter(suspicion -> !all.contains(suspicion.older()))
                        .toList());
    }

    private static Set<UUID> union(Collection<UUID> some, Collection<UUID> more) {
        Set<UUID> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }
}
