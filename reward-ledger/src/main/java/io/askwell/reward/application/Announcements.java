package io.askwell.reward.application;

import io.askwell.reward.domain.Step;

/** Tells the world about a step, in the transaction of the step. */
public interface Announcements {

    void announce(Step step, Cause cause);
}
