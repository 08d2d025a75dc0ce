package io.askwell.reward.application;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.Step;
import io.askwell.reward.domain.payout.PayoutBatch;
import io.askwell.reward.domain.payout.PayoutItem;
import io.askwell.reward.domain.payout.PayoutResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Takes in what the provider says of a batch, in any order, a part at a time and as often as it is said. */
public final class SettlePayouts {

    public sealed interface Outcome {

        /** @param batch as it stands now, whether anything was new or not */
        record Settled(PayoutBatch batch) implements Outcome {}

        /** Nothing was booked, not even what contradicts nothing. */
        record Contradicted(List<PayoutItem> known) implements Outcome {}

        /** @param places of the rewards that are not in this batch, among what was said */
        record NotInBatch(List<Integer> places) implements Outcome {}

        record NoSuchBatch() implements Outcome {}
    }

    /** What the provider says of one reward. */
    public record Said(UUID rewardId, PayoutResult result) {}

    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final Rewards rewards;
    private final Payouts payouts;
    private final AssessReferral assessReferral;
    private final BookSteps steps;
    private final PayoutObserver observer;

    public SettlePayouts(
            TransactionOperations transactions,
            Ledger ledger,
            Rewards rewards,
            Payouts payouts,
            AssessReferral assessReferral,
            BookSteps steps,
            PayoutObserver observer) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.rewards = rewards;
        this.payouts = payouts;
        this.assessReferral = assessReferral;
        this.steps = steps;
        this.observer = observer;
    }

    /** @param said at most once of each reward */
    public Outcome settle(UUID batchId, List<Said> said, String by, Instant now) {
        return Objects.requireNonNull(transactions.execute(_ -> settleInOrder(batchId, said, by, now)));
    }

    private Outcome settleInOrder(UUID batchId, List<Said> said, String by, Instant now) {
        ledger.lock();
        Optional<PayoutBatch> batch = payouts.find(batchId);
        if (batch.isEmpty()) {
            return new Outcome.NoSuchBatch();
        }
        Map<UUID, PayoutItem> items = batch.get().items().stream().collect(toMap(PayoutItem::rewardId, identity()));
        List<Integer> strangers = IntStream.range(0, said.size())
                .filter(place -> !items.containsKey(said.get(place).rewardId()))
                .boxed()
                .toList();
        if (!strangers.isEmpty()) {
            return new Outcome.NotInBatch(strangers);
        }
        return take(batch.get(), said, items, by, now);
    }

    private Outcome take(PayoutBatch batch, List<Said> said, Map<UUID, PayoutItem> items, String by, Instant now) {
        List<PayoutItem> news = new ArrayList<>();
        List<PayoutItem> contradicted = new ArrayList<>();
        for (Said each : said) {
            switch (Objects.requireNonNull(items.get(each.rewardId())).hear(each.result())) {
                case PayoutItem.Consequence.News fresh -> news.add(fresh.after());
                case PayoutItem.Consequence.NothingNew _ -> {}
                case PayoutItem.Consequence.Contradiction contradiction -> contradicted.add(contradiction.known());
            }
        }
        if (!contradicted.isEmpty()) {
            return new Outcome.Contradicted(contradicted);
        }
        book(batch.batchId(), news, by, now);
        return new Outcome.Settled(payouts.find(batch.batchId()).orElseThrow());
    }

    private void book(UUID batchId, List<PayoutItem> news, String by, Instant now) {
        payouts.heard(news, by, now);
        news.forEach(observer::heard);
        Map<UUID, Reward> known = rewards
                .all(news.stream().map(PayoutItem::rewardId).toList())
                .stream()
                .collect(toMap(reward -> reward.terms().rewardId(), identity()));
        steps.book(
                news.stream()
                        .flatMap(item -> step(item, known.get(item.rewardId()), now).stream())
                        .toList(),
                Cause.batch(batchId, now));
        judgeWhatWaited(news, now);
    }

    /** None for an unknown outcome: the reward stays where it is until somebody knows. */
    private static Optional<Step> step(PayoutItem item, @Nullable Reward known, Instant now) {
        if (!(known instanceof Reward.InPayout reward) || !reward.batchId().equals(item.batchId())) {
            throw new IllegalStateException("reward " + item.rewardId() + " left its batch without an outcome");
        }
        if (!reward.outstanding().equals(item.amount())) {
            throw new IllegalStateException("reward " + item.rewardId() + " owes something else than its batch pays");
        }
        return switch (Objects.requireNonNull(item.result())) {
            case PayoutResult.Paid _ -> Optional.of(Step.between(reward, reward.paid(now)));
            case PayoutResult.Failed _ -> Optional.of(Step.between(reward, reward.failed()));
            case PayoutResult.Unknown _ -> Optional.empty();
        };
    }

    /** A refund or another ruling waits while a reward is in payout; each referral is judged once, whichever of its rewards came out. */
    private void judgeWhatWaited(List<PayoutItem> news, Instant now) {
        Map<String, PayoutItem> cameOut = new LinkedHashMap<>();
        news.stream()
                .filter(item -> !(item.result() instanceof PayoutResult.Unknown))
                .forEach(item -> cameOut.putIfAbsent(item.referralId(), item));
        cameOut.forEach(
                (referralId, item) -> assessReferral.assessAgain(referralId, Cause.outcome(item.itemKey(), now)));
    }
}
