package io.askwell.reward.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.Step;
import io.askwell.reward.domain.payout.Candidate;
import io.askwell.reward.domain.payout.PayoutBatch;
import io.askwell.reward.domain.payout.PayoutPlan;
import io.askwell.reward.domain.payout.PayoutRules;
import io.askwell.reward.domain.rule.Program;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** Puts whatever may be paid now into a batch. Of two who make one at once, the second finds nothing left. */
public final class MakePayoutBatch {

    public sealed interface Outcome {

        record Made(PayoutBatch batch) implements Outcome {}

        /** The program states no amounts in this currency, so it has no minimum for a payout either. */
        record CurrencyNotCovered() implements Outcome {}
    }

    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final Rewards rewards;
    private final Referrals referrals;
    private final TaxClearances clearances;
    private final Payouts payouts;
    private final Program program;
    private final BookSteps steps;
    private final PayoutObserver observer;

    public MakePayoutBatch(
            TransactionOperations transactions,
            Ledger ledger,
            Rewards rewards,
            Referrals referrals,
            TaxClearances clearances,
            Payouts payouts,
            Program program,
            BookSteps steps,
            PayoutObserver observer) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.rewards = rewards;
        this.referrals = referrals;
        this.clearances = clearances;
        this.payouts = payouts;
        this.program = program;
        this.steps = steps;
        this.observer = observer;
    }

    /** @param batchId a new one */
    public Outcome make(UUID batchId, String currency, String maker, Instant now) {
        Optional<Program.Amounts> amounts = program.amounts(currency);
        if (amounts.isEmpty()) {
            return new Outcome.CurrencyNotCovered();
        }
        long minimum = amounts.get().minimumPayoutMinor();
        return Objects.requireNonNull(
                transactions.execute(_ -> new Outcome.Made(makeInOrder(batchId, currency, minimum, maker, now))));
    }

    private PayoutBatch makeInOrder(UUID batchId, String currency, long minimumMinor, String maker, Instant now) {
        ledger.lock();
        List<Reward.Payable> payable = rewards.payable(currency).stream()
                .map(Reward.Payable.class::cast)
                .toList();
        PayoutRules rules = new PayoutRules(maker, minimumMinor, program.taxGate(), cleared(payable, now));
        PayoutPlan plan = PayoutPlan.of(candidates(payable), rules);
        List<Step> taken = plan.taken().stream()
                .map(reward -> Step.between(reward, reward.takenInto(batchId)))
                .toList();
        PayoutBatch batch = PayoutBatch.of(
                batchId,
                currency,
                maker,
                now,
                taken.stream().map(step -> (Reward.InPayout) step.after()).toList(),
                plan.leftOut());
        payouts.add(batch);
        steps.book(taken, Cause.batch(batchId, now));
        observer.made(batch);
        return batch;
    }

    private List<Candidate> candidates(List<Reward.Payable> payable) {
        Set<String> ids = payable.stream()
                .map(reward -> reward.terms().key().referralId())
                .collect(toSet());
        Map<String, Referral> known = referrals.all(ids).stream().collect(toMap(Referral::referralId, identity()));
        return payable.stream()
                .map(reward -> new Candidate(
                        reward,
                        Objects.requireNonNull(known.get(reward.terms().key().referralId()))))
                .toList();
    }

    private Set<Party> cleared(List<Reward.Payable> payable, Instant now) {
        List<Party> gated = payable.stream()
                .filter(reward -> program.taxGate().contains(reward.terms().form()))
                .map(reward -> Objects.requireNonNull(reward.terms().beneficiary()))
                .distinct()
                .toList();
        return clearances.cleared(gated, now);
    }
}
