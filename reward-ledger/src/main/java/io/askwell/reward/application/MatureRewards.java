package io.askwell.reward.application;

import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.Step;
import io.askwell.reward.domain.ledger.RewardEntries;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Makes approved rewards payable once their time has come. What is due is asked of the database, so a restart forgets nothing. */
public final class MatureRewards {

    private static final int AT_A_TIME = 100;

    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final Referrals referrals;
    private final Rewards rewards;
    private final BookSteps steps;

    public MatureRewards(
            TransactionOperations transactions, Ledger ledger, Referrals referrals, Rewards rewards, BookSteps steps) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.referrals = referrals;
        this.rewards = rewards;
        this.steps = steps;
    }

    /** Each in a transaction of its own: one that fails keeps no other waiting, and is reported at the end. */
    public void matureDue(Instant now) {
        @Nullable RuntimeException failure = null;
        for (Reward due : rewards.due(now, AT_A_TIME)) {
            try {
                transactions.executeWithoutResult(_ -> mature(due, now));
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void mature(Reward due, Instant now) {
        ledger.lock();
        // Read again: what was read before the lock may be past.
        if (rewards.find(due.terms().rewardId()).orElseThrow() instanceof Reward.Approved approved) {
            Referral referral =
                    referrals.find(approved.terms().key().referralId()).orElseThrow();
            approved.matured(referral, debts(approved), now)
                    .ifPresent(payable -> steps.book(List.of(Step.between(approved, payable)), Cause.now(now)));
        }
    }

    private List<RewardEntries.Debt> debts(Reward.Approved approved) {
        return ledger.debts(
                approved.entries().sides().receivable(),
                approved.terms().amount().currency());
    }
}
