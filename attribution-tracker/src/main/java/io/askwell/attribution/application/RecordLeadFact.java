package io.askwell.attribution.application;

import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Matching;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Adds a fact to the record of its lead and announces what that changes. Runs in the transaction of its caller. */
public final class RecordLeadFact {

    private final LeadHistories histories;
    private final Assessor assessor;
    private final ReferralLog log;
    private final InstantSource clock;

    public RecordLeadFact(LeadHistories histories, Assessor assessor, ReferralLog log, InstantSource clock) {
        this.histories = histories;
        this.assessor = assessor;
        this.log = log;
        this.clock = clock;
    }

    /** What became of a fact. */
    public sealed interface Outcome {

        record Changed(ReferralChange change) implements Outcome {}

        /** Nobody has submitted the lead yet; the fact waits for that. */
        record Kept() implements Outcome {}
    }

    /** @param fact one that was not recorded before */
    public Outcome record(LeadFact fact) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Matching matching = Matching.of(fact, histories.lock(fact.identity().keys()));
        histories.add(fact, matching, now);
        LeadHistory history = matching.historyWith(fact);
        return assessor.assess(history, now)
                .<Outcome>map(after -> announce(before(matching, now), after, fact, now))
                .orElseGet(Outcome.Kept::new);
    }

    private Optional<Referral> before(Matching matching, Instant now) {
        return assessor.assess(matching.joined(), now);
    }

    private Outcome announce(Optional<Referral> before, Referral after, LeadFact fact, Instant now) {
        var change = new ReferralChange(before.orElse(null), after, fact.occurredAt());
        histories.keep(change, now);
        log.append(change, fact.id().text(), now);
        return new Outcome.Changed(change);
    }
}
