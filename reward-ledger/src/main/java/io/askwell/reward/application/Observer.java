package io.askwell.reward.application;

import io.askwell.reward.domain.Decision;
import io.askwell.reward.domain.Step;

/** Watches what the ledger does, for the meters. */
public interface Observer {

    void stepped(Step step);

    void assessed(AssessReferral.Outcome outcome);

    void refused(Decision decision);
}
