package io.askwell.ask.application;

import io.askwell.ask.domain.AskStep;
import io.askwell.ask.domain.HeldBack;
import java.time.Duration;

/** Is told what happened, for the meters. What is told within a transaction counts once it has committed. */
public interface AskObserver {

    void stepTaken(AskStep step);

    void heldBack(HeldBack heldBack);

    /** @param wait from the start of the crossing to its end */
    void fenceTried(ReleaseFence.Crossing crossing, Duration wait);
}
