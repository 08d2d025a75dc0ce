package io.askwell.attribution.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who of a referral is on which list. A block stands above an allowance. */
final class Listed {

    private static final Comparator<ListEntry> OLDEST_FIRST =
            Comparator.comparing(ListEntry::at).thenComparing(ListEntry::entryId);

    private final List<LeadFact> facts;
    private final ReferrerIdentities identities;
    private final List<ListEntry> entries;

    Listed(List<LeadFact> facts, ReferrerIdentities identities, Collection<ListEntry> entries) {
        this.facts = facts;
        this.identities = identities;
        this.entries = entries.stream().sorted(OLDEST_FIRST).toList();
    }

    /** Whether a block keeps policy from crediting this referrer: one of the referrer, or of the lead. */
    boolean isBlocked(Referrer referrer) {
        return !lead(ListEntry.Side.BLOCK).isEmpty()
                || !referrer(referrer, ListEntry.Side.BLOCK).isEmpty();
    }

    /** Every block that concerns the lead or somebody who is named. */
    List<ListEntry> blocks() {
        Set<Subject> subjects = new HashSet<>();
        facts.forEach(fact -> subjects.addAll(fact.leadSubjects()));
        submissions().forEach(submission -> subjects.addAll(submission.referrerSubjects()));
        return of(subjects, ListEntry.Side.BLOCK);
    }

    boolean isAllowed(Referrer referrer) {
        return isAllowedLead() || !referrer(referrer, ListEntry.Side.ALLOW).isEmpty();
    }

    boolean isAllowedLead() {
        return !lead(ListEntry.Side.ALLOW).isEmpty();
    }

    private List<ListEntry> lead(ListEntry.Side list) {
        Set<Subject> subjects = new HashSet<>();
        facts.forEach(fact -> subjects.addAll(fact.leadSubjects()));
        return of(subjects, list);
    }

    private List<ListEntry> referrer(Referrer referrer, ListEntry.Side list) {
        Set<Subject> subjects = new HashSet<>();
        submissions()
                .filter(Submission::namesReferrer)
                .filter(submission ->
                        identities.resolve(submission.referrers().getFirst()).equals(referrer))
                .forEach(submission -> subjects.addAll(submission.referrerSubjects()));
        return of(subjects, list);
    }

    private List<ListEntry> of(Set<Subject> subjects, ListEntry.Side list) {
        return entries.stream()
                .filter(entry -> entry.list() == list && subjects.contains(entry.subject()))
                .toList();
    }

    private Stream<Submission> submissions() {
        return facts.stream()
                .flatMap(fact -> fact instanceof Submission submission ? Stream.of(submission) : Stream.empty());
    }
}
