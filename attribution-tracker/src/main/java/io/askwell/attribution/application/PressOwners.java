package io.askwell.attribution.application;

import io.askwell.attribution.domain.OwnerTask;
import io.askwell.attribution.domain.OwnerTaskPolicy;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Stage;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** What follows from changes, in their transaction. */
    void follow(List<Told> told) {
        Set<UUID> accepted = new HashSet<>();
        told.forEach(one -> one.changes().stream()
                .filter(change -> !isNotYetAccepted(change))
                .forEach(change -> accepted.add(change.after().referralId())));
        if (accepted.isEmpty()) {
            return;
        }
        Map<UUID, OwnerTask> known = tasks.find(accepted);
        Map<UUID, OwnerTask> newest = new LinkedHashMap<>(known);
        for (Told one : told) {
            one.changes().stream()
                    .filter(change -> !isNotYetAccepted(change))
                    .forEach(
                            change -> OwnerTask.after(newest.get(change.after().referralId()), change, one.at(), policy)
                                    .ifPresent(task -> newest.put(task.referralId(), task)));
        }
        newest.entrySet().removeAll(known.entrySet());
        if (!newest.isEmpty()) {
            tasks.keep(newest.values());
        }
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
        Collection<OwnerTask> task = tasks.find(Set.of(referralId)).values();
        tasks.keep(task.stream().map(due -> due.at(clock.instant(), policy)).toList());
    }
}
