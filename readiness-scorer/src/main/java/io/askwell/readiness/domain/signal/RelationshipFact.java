package io.askwell.readiness.domain.signal;

/** How close the customer is. */
public sealed interface RelationshipFact extends Fact {

    record InteractionLogged() implements RelationshipFact {}

    record AdviceRequested() implements RelationshipFact {}

    record ChampionIdentified() implements RelationshipFact {}

    record PeerMentioned() implements RelationshipFact {}

    record Renewed() implements RelationshipFact {}

    record Upgraded() implements RelationshipFact {}

    record ConnectionReported() implements RelationshipFact {}
}
