package io.askwell.attribution.application;

import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.Circumstances;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What one transaction makes of the referrals that it touches: each is told once, as it stands in the end. */
final class Unfolding {

    private final Assessor assessor;
    private final CurrentCircumstances circumstances;
    private final String cause;
    private final Instant now;
    private final Map<UUID, Optional<Referral>> before = new LinkedHashMap<>();
    private final Map<UUID, LeadHistory> living = new LinkedHashMap<>();
    private final Map<UUID, Gone> gone = new LinkedHashMap<>();

    private record Gone(LeadHistory last, UUID into, String because) {}

    /** @param cause the fact ({@code source/id}), review or command that touches them */
    Unfolding(Assessor assessor, CurrentCircumstances circumstances, String cause, Instant now) {
        this.assessor = assessor;
        this.circumstances = circumstances;
        this.cause = cause;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    /** A record as it was found. One that is found twice was found as it was first. */
    void found(LeadHistory history) {
        if (!before.containsKey(history.referralId())) {
            before.put(history.referralId(), assessor.assess(history, now));
            living.put(history.referralId(), history);
        }
    }

    /** A record as it was found, which until now was part of another one. */
    void foundMerged(LeadHistory last, UUID into) {
        before.put(last.referralId(), assessor.assess(last, now).map(referral -> referral.mergedInto(into, "")));
    }

    /** A record as it stands now. */
    void stands(LeadHistory history) {
        living.put(history.referralId(), history);
    }

    /** The record as it stands now, or as it was found. */
    LeadHistory newest(LeadHistory found) {
        return living.getOrDefault(found.referralId(), found);
    }

    void merged(LeadHistory last, UUID into, String because) {
        living.remove(last.referralId());
        gone.put(last.referralId(), new Gone(last, into, because));
    }

    /** Those that end come first, since their open questions may go on with the survivor. */
    List<ReferralChange> changes(Instant happenedAt) {
        renewCircumstances();
        List<ReferralChange> changes = new ArrayList<>();
        gone.values()
                .forEach(one -> assessor.assess(one.last(), now)
                        .map(last -> last.mergedInto(survivorOf(one.into()), one.because()))
                        .ifPresent(after -> changes.add(change(after, happenedAt))));
        living.values()
                .forEach(history ->
                        assessor.assess(history, now).ifPresent(after -> changes.add(change(after, happenedAt))));
        return List.copyOf(changes);
    }

    /** All is written by now, so that what is looked up is that of the records as they stand in the end. */
    private void renewCircumstances() {
        Map<UUID, Circumstances> renewed = circumstances.renew(List.copyOf(living.values()), cause, now);
        living.replaceAll((record, history) -> history.under(renewed.getOrDefault(record, Circumstances.NONE)));
    }

    private UUID survivorOf(UUID record) {
        return gone.containsKey(record)
                ? survivorOf(Objects.requireNonNull(gone.get(record)).into())
                : record;
    }

    private ReferralChange change(Referral after, Instant happenedAt) {
        return new ReferralChange(
                before.getOrDefault(after.referralId(), Optional.empty()).orElse(null), after, happenedAt);
    }
}
