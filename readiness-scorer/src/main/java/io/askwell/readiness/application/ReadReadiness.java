package io.askwell.readiness.application;

import io.askwell.readiness.domain.Assessed;
import io.askwell.readiness.domain.ReadinessAssessor;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Answers how ready a customer is at this moment, from what is kept. */
public final class ReadReadiness {

    private final ReadinessAssessor assessor;
    private final KeptSignals kept;
    private final InstantSource clock;

    public ReadReadiness(ReadinessAssessor assessor, KeptSignals kept, InstantSource clock) {
        this.assessor = assessor;
        this.kept = kept;
        this.clock = clock;
    }

    public sealed interface Answer {
        record Known(Assessed assessed) implements Answer {}

        record NeverSeen() implements Answer {}

        /** Another instance can say. */
        record HeldBy(String address) implements Answer {}

        /** The state is being restored or moved; asking again soon helps. */
        record NotYet() implements Answer {}
    }

    public Answer of(String customerId) {
        return switch (kept.of(customerId)) {
            case KeptSignals.Found(var signals) ->
                new Answer.Known(assessor.assess(signals, clock.instant().truncatedTo(ChronoUnit.MICROS)));
            case KeptSignals.NeverSeen() -> new Answer.NeverSeen();
            case KeptSignals.HeldBy(var address) -> new Answer.HeldBy(address);
            case KeptSignals.Unavailable() -> new Answer.NotYet();
        };
    }
}
