package io.askwell.readiness.application.replay;

import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.Retention;
import io.askwell.readiness.domain.rule.ReadinessPolicy;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Signal;
import java.time.Instant;

/** Two policies at one moment, each with its own memory and its own judgement. */
final class PolicyComparison {

    private final Retention activeRetention;
    private final Retention proposedRetention;
    private final ReadinessAssessor active;
    private final ReadinessAssessor proposed;
    private final Instant at;

    PolicyComparison(ReadinessPolicy active, ReadinessPolicy proposed, Instant at) {
        this.activeRetention = new Retention(active);
        this.proposedRetention = new Retention(proposed);
        this.active = new ReadinessAssessor(active);
        this.proposed = new ReadinessAssessor(proposed);
        this.at = at;
    }

    /** What the scorer would have kept, had it read the signal when the signal was accepted. */
    KeptByBoth with(KeptByBoth kept, Signal<?> signal) {
        var acceptedAt = signal.acceptedAt();
        CustomerSignals more = kept.active().with(signal);
        CustomerSignals others =
                kept.active() == kept.proposed() ? more : kept.proposed().with(signal);
        return new KeptByBoth(
                activeRetention.trim(more, acceptedAt).kept(),
                proposedRetention.trim(others, acceptedAt).kept());
    }

    Comparison of(String customerId, KeptByBoth kept) {
        return new Comparison(
                customerId,
                Verdict.of(active.assess(kept.active(), at).assessment()),
                Verdict.of(proposed.assess(kept.proposed(), at).assessment()));
    }
}
