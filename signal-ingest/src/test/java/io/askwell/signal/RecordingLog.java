package io.askwell.signal;

import io.askwell.signal.application.FactLog;
import io.askwell.signal.application.NotAcknowledgedException;
import java.util.ArrayList;
import java.util.List;

/** A log in memory. */
public final class RecordingLog<F> implements FactLog<F> {

    private final List<F> facts = new ArrayList<>();
    private boolean answering = true;

    @Override
    public synchronized void append(List<F> appended) {
        if (!answering) {
            throw new NotAcknowledgedException("The log does not answer", new IllegalStateException("as it was told"));
        }
        facts.addAll(appended);
    }

    public synchronized List<F> facts() {
        return List.copyOf(facts);
    }

    public synchronized void forget() {
        facts.clear();
        answering = true;
    }

    public synchronized void stopAnswering() {
        answering = false;
    }
}
