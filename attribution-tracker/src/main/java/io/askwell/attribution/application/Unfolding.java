package io.askwell.attribution.application;

import io.askwell.attribution.application.CurrentCircumstances.Concerned;
import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.Circumstances;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Merge;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.Suspicion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What one transaction makes of the referrals that it touches, step by step. Of each step a referral is told once, as it stands
 * at the step's end; and a later step sees what an earlier one made, although nothing of it is written yet.
 */
final class Unfolding {

    private final Assessor assessor;
    private final CurrentCircumstances circumstances;
    private final RecordsAtHand records;
    private final List<Step> steps = new ArrayList<>();
    private final List<Consumer<Merges>> notes = new ArrayList<>();
    private final Map<UUID, Optional<Referral>> before = new HashMap<>();
    private final Map<UUID, List<Review>> asked = new HashMap<>();
    private final Map<UUID, Circumstances> toldUnder = new HashMap<>();

    private record Gone(LeadHistory last, UUID into, String because) {}

    private record Step(
            String cause, Instant happenedAt, Instant now, Map<UUID, LeadHistory> living, Map<UUID, Gone> gone) {

        private UUID survivorOf(UUID record) {
            return gone.containsKey(record)
                    ? survivorOf(Objects.requireNonNull(gone.get(record)).into())
                    : record;
        }
    }

    Unfolding(Assessor assessor, CurrentCircumstances circumstances, LeadHistories histories) {
        this.assessor = assessor;
        this.circumstances = circumstances;
        this.records = new RecordsAtHand(histories);
    }

    /**
     * What follows belongs to this fact, review or command.
     *
     * @param happenedAt in the world
     * @param now later than in the step before
     */
    void begin(String cause, Instant happenedAt, Instant now) {
        steps.add(new Step(cause, happenedAt, now, new LinkedHashMap<>(), new LinkedHashMap<>()));
    }

    Instant now() {
        return step().now();
    }

    String cause() {
        return step().cause();
    }

    /** Takes the records to hand without telling anything of them. */
    Map<UUID, LeadHistory> lock(Collection<UUID> wanted) {
        return records.lock(wanted);
    }

    /** Those that are not at hand are looked at without a lock. */
    List<LeadHistories.Looks> look(Collection<UUID> wanted) {
        return records.look(wanted);
    }

    /** The step has to do with this record, as it was found. One that is found twice was found as it was first. */
    void found(LeadHistory history) {
        records.found(history);
        before.computeIfAbsent(history.referralId(), _ -> assessor.assess(history, now()));
        step().living().putIfAbsent(history.referralId(), history);
    }

    /** A record as it was found, which until now was part of another one. */
    void foundMerged(LeadHistory last, UUID into) {
        before.put(last.referralId(), assessor.assess(last, now()).map(referral -> referral.mergedInto(into, "")));
    }

    /** A record as it stands now. One that was not found begins here. */
    void stands(LeadHistory history) {
        records.stands(history);
        before.computeIfAbsent(history.referralId(), _ -> Optional.empty());
        step().living().put(history.referralId(), history);
    }

    void merged(LeadHistory last, Merge merge) {
        notes.add(merges -> merges.add(merge));
        before.computeIfAbsent(last.referralId(), _ -> Optional.empty());
        step().living().remove(last.referralId());
        step().gone()
                .put(
                        last.referralId(),
                        new Gone(last, merge.survivor(), merge.reason().sentence()));
    }

    void suspected(Suspicion suspicion) {
        notes.add(merges -> merges.suspect(suspicion));
    }

    /** Writes which records were joined and which may be, once their facts are written. */
    void keep(Merges merges) {
        notes.forEach(note -> note.accept(merges));
        notes.clear();
    }

    /** What each step changed, once all is written: so that what is looked up is that of the records as they stand in the end. */
    List<Told> told() {
        Map<UUID, Circumstances> renewed = renewedCircumstances();
        List<Told> told = new ArrayList<>();
        for (Step step : steps) {
            told.add(new Told(changes(step, renewed), step.cause(), step.now()));
        }
        return List.copyOf(told);
    }

    private Map<UUID, Circumstances> renewedCircumstances() {
        Map<UUID, Concerned> concerned = new LinkedHashMap<>();
        for (Step step : steps) {
            for (UUID record : step.living().keySet()) {
                LeadHistory living = records.living(record);
                concerned.put(living.referralId(), new Concerned(living, step.cause()));
            }
        }
        return circumstances.renew(
                List.copyOf(concerned.values()), steps.getLast().now());
    }

    /** Those that end come first, since their open questions may go on with the survivor. */
    private List<ReferralChange> changes(Step step, Map<UUID, Circumstances> renewed) {
        List<ReferralChange> changes = new ArrayList<>();
        step.gone()
                .values()
                .forEach(one -> assessor.assess(asToldLast(one.last()), step.now())
                        .map(last -> last.mergedInto(step.survivorOf(one.into()), one.because()))
                        .ifPresent(after -> changes.add(change(after, step.happenedAt()))));
        for (LeadHistory history : step.living().values()) {
            LeadHistory judged = asWaiting(history).under(circumstancesOf(history, renewed));
            assessor.assess(judged, step.now()).ifPresent(after -> {
                changes.add(change(after, step.happenedAt()));
                toldUnder.put(history.referralId(), judged.circumstances());
            });
        }
        return List.copyOf(changes);
    }

    /** Of what is known around the record in which it lives on in the end, what concerns the facts that it held at this step. */
    private Circumstances circumstancesOf(LeadHistory history, Map<UUID, Circumstances> renewed) {
        UUID survivor = records.living(history.referralId()).referralId();
        return renewed.getOrDefault(survivor, Circumstances.NONE).concerning(history.facts());
    }

    /** What ends is judged under what it was judged under before, whether that was in an earlier step or an earlier transaction. */
    private LeadHistory asToldLast(LeadHistory last) {
        Circumstances known = toldUnder.get(last.referralId());
        return known == null ? last : asWaiting(last).under(known);
    }

    private LeadHistory asWaiting(LeadHistory history) {
        List<Review> reviews = asked.get(history.referralId());
        return reviews == null ? history : history.waitingFor(reviews);
    }

    private ReferralChange change(Referral after, Instant happenedAt) {
        Optional<Referral> known = before.getOrDefault(after.referralId(), Optional.empty());
        before.put(after.referralId(), Optional.of(after));
        asked.put(after.referralId(), after.openReviews());
        return new ReferralChange(known.orElse(null), after, happenedAt);
    }

    private Step step() {
        return steps.getLast();
    }
}
