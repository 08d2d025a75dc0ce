package io.askwell.readiness.domain.signal;

import org.jspecify.annotations.Nullable;

/** How close the customer is. */
public sealed interface RelationshipFact extends Fact {

    record InteractionLogged() implements RelationshipFact {}

    record AdviceRequested() implements RelationshipFact {}

    record ChampionIdentified() implements RelationshipFact {}

    /** @param problem what troubles the peer */
    record PeerMentioned(
            String company, @Nullable String name, @Nullable String problem) implements RelationshipFact {}

    record Renewed() implements RelationshipFact {}

    record Upgraded() implements RelationshipFact {}

    record ConnectionReported() implements RelationshipFact {}
}
