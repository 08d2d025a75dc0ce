package io.askwell.readiness.application;

import io.askwell.readiness.domain.DroppedSignal;
import java.time.Instant;
import java.util.Optional;

/** The signals that are no longer kept, as long as they are remembered. Named by their reference, as retractions name them. */
public interface DroppedSignals {

    Optional<DroppedSignal> find(String customerId, String reference);

    void remember(String customerId, String reference, DroppedSignal dropped);

    /** Lets go of what is remembered no longer, at most so many. */
    void forget(Instant now, int most);
}
