package io.askwell.attribution.application;

import io.askwell.attribution.domain.LinkFact;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What was said about referral links. Every method takes part in the transaction of its caller. */
public interface LinkFacts {

    /**
     * The records with a submission that the fact says something about: that names its link and, for a click, gives it back.
     * Until the transaction ends nobody else works on this link, known or not.
     */
    Set<UUID> lockAndFindRecords(LinkFact fact);

    void add(LinkFact fact, Instant recordedAt);
}
