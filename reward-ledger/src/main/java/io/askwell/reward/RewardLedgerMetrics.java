package io.askwell.reward;

import io.askwell.reward.application.AssessReferral;
import io.askwell.reward.application.Observer;
import io.askwell.reward.domain.Decision;
import io.askwell.reward.domain.Step;
import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.ledger.Transfer;
import io.askwell.transport.metrics.OnceCommitted;
import io.micrometer.core.instrument.MeterRegistry;

/** Every meter of this service and every label on it. */
public final class RewardLedgerMetrics implements Observer {

    public static final String STEPS = "referral.rewards.steps";
    public static final String TRANSFERS = "referral.ledger.transfers";
    public static final String ASSESSMENTS = "referral.rewards.assessments";
    public static final String REFUSED_DECISIONS = "referral.rewards.decisions.refused";

    private final MeterRegistry registry;

    public RewardLedgerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void stepped(Step step) {
        OnceCommitted.count(() -> {
            registry.counter(STEPS, "state", Word.of(step.after().state())).increment();
            for (Transfer transfer : step.transfers()) {
                registry.counter(TRANSFERS, "code", Word.of(transfer.code())).increment();
            }
        });
    }

    @Override
    public void assessed(AssessReferral.Outcome outcome) {
        OnceCommitted.count(
                () -> registry.counter(ASSESSMENTS, "outcome", Word.of(outcome)).increment());
    }

    @Override
    public void refused(Decision decision) {
        registry.counter(REFUSED_DECISIONS).increment();
    }
}
