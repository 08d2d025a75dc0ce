package io.askwell.reward.application;

import io.askwell.reward.domain.Approval;
import io.askwell.reward.domain.Decision;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.RewardState;
import io.askwell.reward.domain.Step;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** Carries out what a person decided. Of two who decide at once, the second finds the reward decided. */
public final class DecideOnReward {

    public sealed interface Outcome {

        record Decided(Reward reward) implements Outcome {}

        record NotAwaitingApproval(RewardState state) implements Outcome {}

        /** Two different people are needed, and this one has said yes. */
        record ApprovedBySamePerson() implements Outcome {}

        record NoSuchReward() implements Outcome {}
    }

    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final Rewards rewards;
    private final BookSteps steps;
    private final Observer observer;

    public DecideOnReward(
            TransactionOperations transactions, Ledger ledger, Rewards rewards, BookSteps steps, Observer observer) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.rewards = rewards;
        this.steps = steps;
        this.observer = observer;
    }

    public Outcome decide(UUID rewardId, Decision decision) {
        return Objects.requireNonNull(transactions.execute(_ -> decideInOrder(rewardId, decision)));
    }

    private Outcome decideInOrder(UUID rewardId, Decision decision) {
        ledger.lock();
        Optional<Reward> known = rewards.find(rewardId);
        if (known.isEmpty()) {
            return new Outcome.NoSuchReward();
        }
        if (!(known.get() instanceof Reward.AwaitingApproval awaiting)) {
            observer.refused(decision);
            return new Outcome.NotAwaitingApproval(known.get().state());
        }
        if (decision instanceof Approval && awaiting.isApprovedBy(decision.by())) {
            observer.refused(decision);
            return new Outcome.ApprovedBySamePerson();
        }
        Reward decided = awaiting.decided(decision);
        steps.book(List.of(Step.between(awaiting, decided)), Cause.now(decision.at()));
        return new Outcome.Decided(decided);
    }
}
