package io.askwell.readiness.domain.signal;

/** What a signal says, one record a kind, grouped as the contract groups them. */
public sealed interface Fact
        permits AskingFact, ConcernFact, ProfileFact, RelationshipFact, Retraction, SatisfactionFact, ValueFact {}
