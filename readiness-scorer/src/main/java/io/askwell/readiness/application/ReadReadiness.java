package io.askwell.readiness.application;

import io.askwell.readiness.domain.AdvocateFacts;
import io.askwell.readiness.domain.AdvocateScore;
import io.askwell.readiness.domain.Assessed;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.signal.CustomerSignals;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers how ready a customer is at this moment, from what is kept. */
public final class ReadReadiness {

    private final ReadinessAssessor assessor;
    private final KeptSignals kept;
    private final FindPriorityLine priorityLine;
    private final InstantSource clock;

    public ReadReadiness(
            ReadinessAssessor assessor, KeptSignals kept, FindPriorityLine priorityLine, InstantSource clock) {
        this.assessor = assessor;
        this.kept = kept;
        this.priorityLine = priorityLine;
        this.clock = clock;
    }

    public sealed interface Answer {
        /** @param isPriorityAdvocate null while it cannot be told, because some customers are out of reach */
        record Known(
                Assessed assessed,
                AdvocateScore advocateScore,
                @Nullable Boolean isPriorityAdvocate) implements Answer {}

        record NeverSeen() implements Answer {}

        /** Another instance can say. */
        record HeldBy(String address) implements Answer {}

        /** The state is being restored or moved; asking again soon helps. */
        record NotYet() implements Answer {}
    }

    public Answer of(String customerId) {
        return switch (kept.of(customerId)) {
            case KeptSignals.Found(var signals) -> known(signals);
            case KeptSignals.NeverSeen() -> new Answer.NeverSeen();
            case KeptSignals.HeldBy(var address) -> new Answer.HeldBy(address);
            case KeptSignals.Unavailable() -> new Answer.NotYet();
        };
    }

    private Answer known(CustomerSignals signals) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var advocacy = AdvocateFacts.of(signals);
        var score = AdvocateScore.of(advocacy, now);
        // A customer without a live signal is none of those who are ranked.
        Optional<Boolean> isPriority =
                advocacy.live() ? priorityLine.line().map(line -> line.admits(score)) : Optional.of(false);
        return new Answer.Known(assessor.assess(signals, now), score, isPriority.orElse(null));
    }
}
