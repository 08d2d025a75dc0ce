package io.askwell.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.reward.application.AssessReferral;
import io.askwell.reward.application.ShowBudgets.BudgetUse;
import io.askwell.reward.domain.Approval;
import io.askwell.reward.domain.LedgerInMemory;
import io.askwell.reward.domain.ReferralBuilder;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.RewardForm;
import io.askwell.reward.domain.Step;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.payout.PayoutBatch;
import io.askwell.reward.domain.payout.PayoutItem;
import io.askwell.reward.domain.payout.PayoutResult;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class RewardLedgerMetricsTest {

    private static final Instant NOW = ReferralBuilder.WON_AT;
    private static final Approval APPROVAL = new Approval("pat", NOW, null);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final TransactionTemplate committed = new TransactionTemplate(new TransactionsOfNothing());
    private final RewardLedgerMetrics metrics = new RewardLedgerMetrics(registry);

    @Test
    void aStepIsCountedWithTheTransfersThatItBooked() {
        Step proposed = new LedgerInMemory()
                .hear(ReferralBuilder.wonReferral().build(), NOW)
                .getFirst();
        Reward.AwaitingApproval awaiting = (Reward.AwaitingApproval) proposed.after();

        committed.executeWithoutResult(_ -> {
            metrics.stepped(proposed);
            metrics.stepped(Step.between(awaiting, awaiting.decided(APPROVAL)));
        });

        assertThat(registry.scrape())
                .contains("referral_rewards_steps_total{state=\"awaiting_approval\"} 1.0")
                .contains("referral_rewards_steps_total{state=\"approved\"} 1.0")
                .contains("referral_ledger_transfers_total{code=\"reward_hold\"} 1.0");
    }

    @Test
    void whatCameOfAnAssessmentIsCounted() {
        committed.executeWithoutResult(_ -> metrics.assessed(AssessReferral.Outcome.OUT_OF_DATE));

        assertThat(registry.scrape()).contains("referral_rewards_assessments_total{outcome=\"out_of_date\"} 1.0");
    }

    @Test
    void theShareOfTheBudgetThatIsPromisedIsShown() {
        BudgetUse use = new BudgetUse("default", "USD", LocalDate.parse("2026-10-01"), 5_000_000, 4_500_000);

        metrics.watch(Set.of("USD"), () -> List.of(use), () -> NOW);

        assertThat(registry.scrape()).contains("referral_rewards_budget_used_ratio{currency=\"USD\"} 0.9");
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        committed.executeWithoutResult(transaction -> {
            metrics.assessed(AssessReferral.Outcome.CHANGED);
            transaction.setRollbackOnly();
        });

        assertThat(registry.scrape()).doesNotContain("referral_rewards_assessments_total");
    }

    @Test
    void decisionsThatCameTooLateAreCounted() {
        metrics.refused(APPROVAL);

        assertThat(registry.scrape()).contains("referral_rewards_decisions_refused_total 1.0");
    }

    @Test
    void batchesAndTheirResultsAreCounted() {
        PayoutBatch batch = new PayoutBatch(new UUID(0, 7), "USD", "fin", NOW, List.of(), List.of());
        PayoutItem unknown = new PayoutItem(
                batch.batchId(),
                new UUID(0, 1),
                "R-1",
                ReferralBuilder.ADA,
                RewardForm.CREDIT,
                new Money(25_000, "USD"),
                new PayoutResult.Unknown(null, "timed out"));

        committed.executeWithoutResult(_ -> {
            metrics.made(batch);
            metrics.heard(unknown);
        });

        assertThat(registry.scrape())
                .contains("referral_payouts_batches_total 1.0")
                .contains("referral_payouts_results_total{outcome=\"unknown\"} 1.0");
    }

    @Test
    void howManyPaymentsAreUnknownIsAskedOnceInAWhile() {
        var clock = new AtomicReference<>(NOW);
        var unknown = new AtomicLong(3);
        metrics.watchPayouts(unknown::get, clock::get);
        assertThat(registry.scrape()).contains("referral_payouts_unknown 3.0");

        unknown.set(1);
        assertThat(registry.scrape()).contains("referral_payouts_unknown 3.0");
        clock.set(NOW.plus(RewardLedgerMetrics.SAMPLE_LASTS));
        assertThat(registry.scrape()).contains("referral_payouts_unknown 1.0");
    }

    /** Commits and rolls back like any other, with nothing behind it. */
    private static final class TransactionsOfNothing extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
