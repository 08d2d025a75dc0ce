package io.askwell.attribution.application;

import io.askwell.attribution.domain.Circumstances;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What is known around the facts of records. Every method takes part in the transaction of its caller. */
public interface CurrentCircumstances {

    /** Of two leads that one referrer names at once, one waits here for the other and then counts it. */
    void waitForOthers(Collection<LeadFact> facts);

    /**
     * Looks everything up as it is now, and keeps it as that under which the records are judged. Referrals of others that
     * this makes hurried are queued to be judged again.
     */
    Map<UUID, Circumstances> renew(Collection<Concerned> living, Instant now);

    /** @param cause what is to be told of those who are judged again for it */
    record Concerned(LeadHistory history, String cause) {}
}
