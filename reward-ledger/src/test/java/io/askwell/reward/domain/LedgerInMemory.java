package io.askwell.reward.domain;

import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Totals;
import io.askwell.reward.domain.ledger.Transfer;
import io.askwell.reward.domain.rule.RewardRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The whole ledger without its edges: facts, decisions and time go in, rewards and transfers are there to be looked at. */
public final class LedgerInMemory {

    private final RewardRules rules = new RewardRules(Programs.DEFAULT);
    private final Map<String, Referral> referrals = new LinkedHashMap<>();
    private final Map<UUID, Reward> rewards = new LinkedHashMap<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final Map<Account, Map<String, Totals>> totals = new HashMap<>();

    public List<Step> hear(Referral referral, Instant now) {
        referrals.put(referral.referralId(), referral);
        return book(new ReferralRewards(ofReferral(referral.referralId())).assessed(rules.awards(referral), now));
    }

    /** Empty when the reward does not wait for anybody. */
    public Optional<Reward> decide(UUID rewardId, Decision decision) {
        if (rewards.get(rewardId) instanceof Reward.AwaitingApproval awaiting) {
            Reward decided = awaiting.decided(decision);
            book(List.of(Step.between(awaiting, decided)));
            return Optional.of(decided);
        }
        return Optional.empty();
    }

    public void timePasses(Instant now) {
        for (Reward reward : List.copyOf(rewards.values())) {
            if (reward instanceof Reward.Approved approved) {
                Referral referral = Objects.requireNonNull(
                        referrals.get(approved.terms().key().referralId()));
                approved.matured(referral, now).ifPresent(payable -> book(List.of(Step.between(approved, payable))));
            }
        }
    }

    public List<Reward> ofReferral(String referralId) {
        return rewards.values().stream()
                .filter(reward -> reward.terms().key().referralId().equals(referralId))
                .toList();
    }

    public List<Reward> rewards() {
        return List.copyOf(rewards.values());
    }

    public List<Transfer> transfers() {
        return List.copyOf(transfers);
    }

    public Map<Account, Map<String, Totals>> totals() {
        return totals;
    }

    private List<Step> book(List<Step> steps) {
        for (Step step : steps) {
            rewards.put(step.after().terms().rewardId(), step.after());
            for (Transfer transfer : step.transfers()) {
                transfers.add(transfer);
                transfer.changes()
                        .forEach(change -> totals.computeIfAbsent(change.account(), _ -> new HashMap<>())
                                .merge(change.currency(), change.change(), Totals::plus));
            }
        }
        return steps;
    }
}
