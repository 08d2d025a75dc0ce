package io.askwell.attribution.application;

import io.askwell.attribution.domain.OwnerTask;
import io.askwell.attribution.domain.OwnerTaskPolicy;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Stage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps what owners owe their referrals, and presses them, then an operator, when it is due. */
public final class PressOwners {

    private static final int MOST_AT_ONCE = 500;

    private final OwnerTasks tasks;
    private final LeadHistories histories;
    private final OwnerTaskPolicy policy;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public PressOwners(
            OwnerTasks tasks,
            LeadHistories histories,
            OwnerTaskPolicy policy,
            TransactionOperations transactions,
            InstantSource clock) {
        this.tasks = tasks;
        this.histories = histories;
        this.policy = policy;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What follows from a change, in its transaction. */
    void follow(ReferralChange change, Instant now) {
        if (isNotYetAccepted(change)) {
            return;
        }
        Optional<OwnerTask> known = tasks.find(change.after().referralId());
        OwnerTask.after(known.orElse(null), change, now, policy)
                .filter(task -> !Optional.of(task).equals(known))
                .ifPresent(tasks::keep);
    }

    private static boolean isNotYetAccepted(ReferralChange change) {
        Referral before = change.before();
        return change.after().progress().stage() == Stage.SUBMITTED
                && (before == null || before.progress().stage() == Stage.SUBMITTED);
    }

    /** One transaction each. A task that somebody has done meanwhile is left as it is. */
    public void pressAll() {
        EachByItself.attempt(
                tasks.due(clock.instant(), MOST_AT_ONCE),
                referralId -> transactions.executeWithoutResult(_ -> press(referralId)));
    }

    private void press(UUID referralId) {
        histories.lock(List.of(referralId));
        tasks.find(referralId).ifPresent(task -> tasks.keep(task.at(clock.instant(), policy)));
    }
}
