package io.askwell.ask.application;

import io.askwell.ask.domain.customer.Assessment.SignalPosition;

/** How far this service has applied the signals. */
public interface SignalProgress {

    /** Whether every signal up to and with this one has been applied. */
    boolean hasApplied(SignalPosition position);
}
