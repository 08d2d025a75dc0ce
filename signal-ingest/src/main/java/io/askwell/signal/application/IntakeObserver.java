package io.askwell.signal.application;

import io.askwell.signal.domain.Report;
import java.time.Duration;

/** Sees what is taken in, in order to count it. */
public interface IntakeObserver {

    /** @param report one that keeps the contract, so that its kind is one of the contract's words */
    void accepted(Report report);

    void rejected();

    /** @param waited from the first write until the last acknowledgement */
    void acknowledged(Duration waited);

    void unacknowledged();
}
