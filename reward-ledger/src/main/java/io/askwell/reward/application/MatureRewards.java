package io.askwell.reward.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.Step;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.RewardEntries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Makes approved rewards payable once their time has come. What is due is asked of the database, so a restart forgets nothing. */
public final class MatureRewards {

    private static final int AT_A_TIME = 500;

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

    /**
     * All together in one transaction, where nothing fails; else each in one of its own, so that one that fails keeps no other
     * waiting, and is reported at the end.
     */
    public void matureDue(Instant now) {
        List<UUID> due = rewards.due(now, AT_A_TIME);
        if (due.isEmpty()) {
            return;
        }
        try {
            matureTogether(due, now);
        } catch (RuntimeException together) {
            matureEach(due, now, together);
        }
    }

    private void matureEach(List<UUID> due, Instant now, RuntimeException together) {
        @Nullable RuntimeException failure = null;
        for (UUID rewardId : due) {
            try {
                matureTogether(List.of(rewardId), now);
            } catch (RuntimeException alone) {
                failure = together;
                failure.addSuppressed(alone);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void matureTogether(List<UUID> due, Instant now) {
        transactions.executeWithoutResult(_ -> {
            ledger.lock();
            steps.book(matured(due, now), Cause.now(now));
        });
    }

    /**
     * Read behind the lock: what was read before may be past. Of a beneficiary with debts one at a time, since it settles of them
     * what the next one would see.
     */
    private List<Step> matured(List<UUID> due, Instant now) {
        List<Reward> current = rewards.all(due);
        Map<String, Referral> known =
                referrals
                        .all(current.stream()
                                .map(reward -> reward.terms().key().referralId())
                                .collect(toSet()))
                        .stream()
                        .collect(toMap(Referral::referralId, identity()));
        Set<Account> settling = new HashSet<>();
        List<Step> payable = new ArrayList<>();
        for (Reward reward : current) {
            if (reward instanceof Reward.Approved approved) {
                Account receivable = approved.entries().sides().receivable();
                List<RewardEntries.Debt> debts =
                        ledger.debts(receivable, approved.terms().amount().currency());
                Referral referral =
                        Objects.requireNonNull(known.get(approved.terms().key().referralId()));
                if (debts.isEmpty() || settling.add(receivable)) {
                    approved.matured(referral, debts, now)
                            .ifPresent(matured -> payable.add(Step.between(approved, matured)));
                }
            }
        }
        return payable;
    }
}
