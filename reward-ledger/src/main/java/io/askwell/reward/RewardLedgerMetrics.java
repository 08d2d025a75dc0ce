package io.askwell.reward;

import io.askwell.reward.application.AssessReferral;
import io.askwell.reward.application.Observer;
import io.askwell.reward.application.PayoutObserver;
import io.askwell.reward.application.ShowBudgets.BudgetUse;
import io.askwell.reward.domain.Decision;
import io.askwell.reward.domain.Step;
import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.ledger.Transfer;
import io.askwell.reward.domain.payout.PayoutBatch;
import io.askwell.reward.domain.payout.PayoutItem;
import io.askwell.transport.metrics.OnceCommitted;
import io.askwell.transport.metrics.Sample;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Every meter of this service and every label on it. */
public final class RewardLedgerMetrics implements Observer, PayoutObserver {

    public static final String STEPS = "referral.rewards.steps";
    public static final String TRANSFERS = "referral.ledger.transfers";
    public static final String ASSESSMENTS = "referral.rewards.assessments";
    public static final String REFUSED_DECISIONS = "referral.rewards.decisions.refused";

    public static final String BUDGET_USED = "referral.rewards.budget.used";

    public static final String BATCHES = "referral.payouts.batches";

    /** Results of payments by outcome, each as often as it was news. */
    public static final String RESULTS = "referral.payouts.results";

    /** Gauge: payments of which nobody knows whether they were made; somebody is to ask the provider again. */
    public static final String UNKNOWN = "referral.payouts.unknown";

    /** However often the gauges are read, the database is not asked more often than this. */
    static final Duration SAMPLE_LASTS = Duration.ofSeconds(15);

    private final MeterRegistry registry;

    public RewardLedgerMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** While the budgets cannot be read, the gauges show no number. */
    void watch(Set<String> currencies, Supplier<List<BudgetUse>> budgets, InstantSource clock) {
        var sampled = new Sample<>(budgets, SAMPLE_LASTS, clock);
        for (String currency : currencies) {
            Gauge.builder(BUDGET_USED, () -> usedRatio(sampled.get(), currency))
                    .tag("currency", currency)
                    .baseUnit("ratio")
                    .register(registry);
        }
    }

    private static double usedRatio(List<BudgetUse> budgets, String currency) {
        return budgets.stream()
                .filter(budget -> budget.currency().equals(currency))
                .mapToDouble(BudgetUse::usedRatio)
                .sum();
    }

    /** While the database cannot be read, the gauge shows no number. */
    void watchPayouts(Supplier<Number> unknownItems, InstantSource clock) {
        Gauge.builder(UNKNOWN, new Sample<>(unknownItems, SAMPLE_LASTS, clock)).register(registry);
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
        OnceCommitted.count(() -> registry.counter(REFUSED_DECISIONS).increment());
    }

    @Override
    public void made(PayoutBatch batch) {
        OnceCommitted.count(() -> registry.counter(BATCHES).increment());
    }

    @Override
    public void heard(PayoutItem item) {
        OnceCommitted.count(() ->
                registry.counter(RESULTS, "outcome", Word.of(item.status())).increment());
    }
}
