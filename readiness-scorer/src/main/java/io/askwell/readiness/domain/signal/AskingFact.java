package io.askwell.readiness.domain.signal;

/** Asks made by hand, answers and the customer's own limits. They are the drafter's business; here they only show that the customer exists. */
public sealed interface AskingFact extends Fact {

    record AskRecorded() implements AskingFact {}

    record AskAnswered() implements AskingFact {}

    record AskLimitsSet() implements AskingFact {}
}
