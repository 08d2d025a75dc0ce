package io.askwell.signal.application;

import java.util.List;

/** Where facts are kept for ever. */
@FunctionalInterface
public interface FactLog<F> {

    /**
     * Returns when every fact is safe.
     *
     * @throws NotAcknowledgedException when it cannot be said of every fact that it is safe; some may be
     */
    void append(List<F> facts);
}
