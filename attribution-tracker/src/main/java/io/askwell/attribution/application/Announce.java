package io.askwell.attribution.application;

import io.askwell.attribution.domain.ReferralChange;
import java.time.Instant;
import java.util.List;

/** Keeps and says what happened to referrals, and what their owners owe them then. */
public final class Announce {

    private final LeadHistories histories;
    private final ReferralLog log;
    private final PressOwners pressOwners;

    public Announce(LeadHistories histories, ReferralLog log, PressOwners pressOwners) {
        this.histories = histories;
        this.log = log;
        this.pressOwners = pressOwners;
    }

    /** @param cause the fact ({@code source/id}), review or command that made it happen */
    void all(List<ReferralChange> changes, String cause, Instant now) {
        for (ReferralChange change : changes) {
            histories.keep(change, now);
            log.append(change, cause, now);
            pressOwners.follow(change, now);
        }
    }
}
